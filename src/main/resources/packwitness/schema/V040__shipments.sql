-- One parcel; packed twice it has two takes.
CREATE TABLE shipment (
    id          INTEGER PRIMARY KEY,
    waybill     TEXT NOT NULL,
    station     TEXT NOT NULL,
    first_scan  INTEGER NOT NULL,
    last_scan   INTEGER NOT NULL,
    hold_reason TEXT
);
CREATE INDEX shipment_waybill ON shipment (waybill, id);
CREATE INDEX shipment_last4 ON shipment (substr(waybill, -4), id);
CREATE INDEX shipment_last6 ON shipment (substr(waybill, -6), id);

-- One recording. The row is written before the first byte of its file.
CREATE TABLE take (
    id          INTEGER PRIMARY KEY,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    number      INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('RECORDING', 'SEALED', 'INTERRUPTED', 'DAMAGED')),
    station     TEXT NOT NULL,
    operator    TEXT,
    camera      TEXT NOT NULL,
    file        TEXT NOT NULL UNIQUE,
    scanned_at  INTEGER NOT NULL,
    start_seq   INTEGER NOT NULL,
    stop_seq    INTEGER,
    bytes       INTEGER,
    sha256      TEXT,
    chain       TEXT,
    stream      TEXT,
    segments    INTEGER,
    received    INTEGER,
    dropped     INTEGER,
    recorded    INTEGER,
    pre_roll    INTEGER,
    first_frame INTEGER,
    last_frame  INTEGER,
    first_at    INTEGER,
    last_at     INTEGER,
    reason      TEXT,
    UNIQUE (shipment_id, number)
);
CREATE INDEX take_state ON take (state) WHERE state = 'RECORDING';

-- The links of the fragment chain, each written after its bytes were forced to the disk.
CREATE TABLE segment (
    take_id INTEGER NOT NULL REFERENCES take (id),
    number  INTEGER NOT NULL,
    offset  INTEGER NOT NULL,
    length  INTEGER NOT NULL,
    sha256  TEXT NOT NULL,
    link    TEXT NOT NULL,
    frames  INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (take_id, number)
) WITHOUT ROWID;

-- A code read in the picture while a take ran.
CREATE TABLE sighting (
    id        INTEGER PRIMARY KEY,
    take_id   INTEGER NOT NULL REFERENCES take (id),
    code      TEXT NOT NULL,
    symbology TEXT NOT NULL,
    frame     INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    matches   INTEGER NOT NULL
);
CREATE INDEX sighting_take ON sighting (take_id, id);

-- Stills cut from a sealed take; kept when the video has expired.
CREATE TABLE key_frame (
    take_id INTEGER NOT NULL REFERENCES take (id),
    number  INTEGER NOT NULL,
    file    TEXT NOT NULL,
    frame   INTEGER NOT NULL,
    at_ms   INTEGER NOT NULL,
    width   INTEGER NOT NULL,
    height  INTEGER NOT NULL,
    sha256  TEXT NOT NULL,
    pixels  TEXT NOT NULL,
    PRIMARY KEY (take_id, number)
) WITHOUT ROWID;

-- What happened at a station beside the takes: alarms, wrong codes, marks.
CREATE TABLE desk_event (
    id      INTEGER PRIMARY KEY,
    station TEXT NOT NULL,
    take_id INTEGER REFERENCES take (id),
    kind    TEXT NOT NULL,
    detail  TEXT NOT NULL,
    at      INTEGER NOT NULL
);
