-- A take may have several originals, one a camera view. The table is made anew, for SQLite cannot
-- drop the old uniqueness. This connection does not enforce foreign keys (SQLite's standard), so
-- dropping the old table touches no row that refers to it; where one did, the whole step fails and
-- nothing is changed.
CREATE TABLE take_with_view (
    id          INTEGER PRIMARY KEY,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    number      INTEGER NOT NULL,
    view        TEXT NOT NULL CHECK (view IN ('OVERVIEW', 'LABEL')),
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
    -- What is missing, as the STOP row tells it: first-last CAUSE milliseconds, joined by ';'.
    gaps        TEXT NOT NULL DEFAULT '',
    UNIQUE (shipment_id, number, view)
);
INSERT INTO take_with_view (id, shipment_id, number, view, state, station, operator, camera, file,
    scanned_at, start_seq, stop_seq, bytes, sha256, chain, stream, segments, received, dropped,
    recorded, pre_roll, first_frame, last_frame, first_at, last_at, reason)
SELECT id, shipment_id, number, 'OVERVIEW', state, station, operator, camera, file,
    scanned_at, start_seq, stop_seq, bytes, sha256, chain, stream, segments, received, dropped,
    recorded, pre_roll, first_frame, last_frame, first_at, last_at, reason
FROM take;
DROP TABLE take;
ALTER TABLE take_with_view RENAME TO take;
CREATE INDEX take_state ON take (state) WHERE state = 'RECORDING';
