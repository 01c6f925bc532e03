-- Reminders that were shown, so that each is shown once. due names the deadline of the claim.
CREATE TABLE claim_reminder (
    claim_id INTEGER NOT NULL REFERENCES claim (id),
    due      TEXT NOT NULL,
    due_at   INTEGER NOT NULL,
    stage    TEXT NOT NULL,
    shown_at INTEGER NOT NULL,
    PRIMARY KEY (claim_id, due, due_at, stage)
) WITHOUT ROWID;
