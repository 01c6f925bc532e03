-- How claims ended, each time it was said; the newest row of a claim counts.
CREATE TABLE claim_outcome (
    id        INTEGER PRIMARY KEY,
    claim_id  INTEGER NOT NULL REFERENCES claim (id),
    state     TEXT NOT NULL CHECK (state IN ('OPEN', 'WON', 'LOST', 'WITHDRAWN')),
    decisive  TEXT NOT NULL,
    paper     TEXT,
    recovered INTEGER NOT NULL CHECK (recovered >= 0),
    note      TEXT NOT NULL,
    at        INTEGER NOT NULL
);
CREATE INDEX claim_outcome_claim ON claim_outcome (claim_id, id);
INSERT INTO claim_outcome (id, claim_id, state, decisive, recovered, note, at)
    SELECT id, id, state, 'UNSAID', 0, coalesce(decided_by, ''), opened_at FROM claim
    WHERE state <> 'OPEN';
