-- By what a claim can be tied to others of the same buyer: a keyed hash, never the value.
CREATE TABLE claim_trait (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    kind     TEXT NOT NULL CHECK (kind IN ('PHONE', 'ADDRESS')),
    hash     TEXT NOT NULL,
    PRIMARY KEY (claim_id, kind, hash)
) WITHOUT ROWID;
CREATE INDEX claim_trait_hash ON claim_trait (kind, hash);

-- The key of these hashes; it never leaves the vault.
CREATE TABLE claim_trait_key (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL
);

-- What the owner said of two claims; the smaller id first.
CREATE TABLE claim_link (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    other_id INTEGER NOT NULL REFERENCES claim (id),
    same     INTEGER NOT NULL CHECK (same IN (0, 1)),
    at       INTEGER NOT NULL,
    PRIMARY KEY (claim_id, other_id),
    CHECK (claim_id < other_id)
) WITHOUT ROWID;
CREATE INDEX claim_link_other ON claim_link (other_id);
CREATE INDEX claim_buyer ON claim (buyer) WHERE buyer IS NOT NULL;
