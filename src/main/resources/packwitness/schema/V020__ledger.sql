-- The ledger. body holds the exact bytes that are hashed (src/docs/evidence-format.md); leaf is
-- SHA-256(0x00 || body). The id columns are copies of facts in the body, for look-up only.
CREATE TABLE ledger_row (
    seq INTEGER PRIMARY KEY,
    leaf TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL,
    shipment_id INTEGER,
    take_id INTEGER,
    claim_id INTEGER
) STRICT;
CREATE INDEX ledger_row_shipment ON ledger_row (shipment_id) WHERE shipment_id IS NOT NULL;
CREATE INDEX ledger_row_take ON ledger_row (take_id) WHERE take_id IS NOT NULL;
CREATE INDEX ledger_row_claim ON ledger_row (claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX ledger_row_key ON ledger_row (seq) WHERE kind IN ('GENESIS', 'KEY');
CREATE INDEX ledger_row_arm ON ledger_row (seq) WHERE kind = 'ARM';

-- These triggers guard against mistakes, not against the owner of the machine, who can drop them.
-- INSERT OR REPLACE fires no DELETE trigger by default, so inserting itself must follow the last
-- row; the previous leaf stands at bytes 25 to 88 of the body.
CREATE TRIGGER ledger_row_follows BEFORE INSERT ON ledger_row
WHEN NEW.seq <> coalesce((SELECT max(seq) + 1 FROM ledger_row), 0)
    OR CAST(substr(NEW.body, 25, 64) AS TEXT) <> coalesce(
        (SELECT leaf FROM ledger_row ORDER BY seq DESC LIMIT 1),
        '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN
    SELECT RAISE(ABORT, 'a ledger row must follow the last one');
END;
CREATE TRIGGER ledger_row_stays BEFORE UPDATE ON ledger_row
BEGIN
    SELECT RAISE(ABORT, 'a ledger row is never changed');
END;
CREATE TRIGGER ledger_row_remains BEFORE DELETE ON ledger_row
BEGIN
    SELECT RAISE(ABORT, 'a ledger row is never deleted');
END;

-- Personal values with their salts; they may be erased without breaking the chain.
CREATE TABLE ledger_salt (
    seq INTEGER NOT NULL,
    name TEXT NOT NULL,
    salt TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_checkpoint (
    size INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    root TEXT NOT NULL,
    at INTEGER NOT NULL,
    signature BLOB NOT NULL,
    key TEXT NOT NULL
) STRICT;

-- Time stamps as they came back, each with the row that records it.
CREATE TABLE ledger_stamp (
    size INTEGER NOT NULL,
    authority TEXT NOT NULL,
    kind TEXT NOT NULL,
    request BLOB NOT NULL,
    response BLOB NOT NULL,
    gen_time INTEGER NOT NULL,
    seq INTEGER NOT NULL UNIQUE,
    PRIMARY KEY (size, authority)
) STRICT;

-- What each authority said last, when it was no stamp.
CREATE TABLE ledger_trouble (
    authority TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    problem TEXT NOT NULL
) STRICT;

-- Checkpoints that left the house in a bag: every later bag proves that it grew out of them.
CREATE TABLE ledger_handed (size INTEGER PRIMARY KEY) STRICT;
