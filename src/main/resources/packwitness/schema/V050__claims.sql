CREATE TABLE claim (
    id          INTEGER PRIMARY KEY,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    platform    TEXT NOT NULL,
    reason      TEXT NOT NULL,
    amount      INTEGER NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('OBTAINED', 'ATTEMPTED')),
    filed_on    TEXT NOT NULL,
    deadline    INTEGER,
    buyer       TEXT,
    facts       TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST', 'WITHDRAWN')),
    decided_by  TEXT,
    opened_at   INTEGER NOT NULL
);
CREATE INDEX claim_shipment ON claim (shipment_id);
CREATE INDEX claim_deadline ON claim (state, deadline);

-- Bytes as received, hashed before anything looked at them.
CREATE TABLE claim_file (
    id       INTEGER PRIMARY KEY,
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    role     TEXT NOT NULL CHECK (role IN ('BUYER', 'LISTING', 'CHAT')),
    name     TEXT NOT NULL,
    file     TEXT NOT NULL UNIQUE,
    bytes    INTEGER NOT NULL,
    sha256   TEXT NOT NULL,
    obtained TEXT NOT NULL,
    at       INTEGER NOT NULL
);
CREATE INDEX claim_file_claim ON claim_file (claim_id, id);

CREATE TABLE dossier (
    id        INTEGER PRIMARY KEY,
    claim_id  INTEGER NOT NULL REFERENCES claim (id),
    addressee TEXT NOT NULL,
    pdf       TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    at        INTEGER NOT NULL
);
