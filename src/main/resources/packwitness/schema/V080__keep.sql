-- How long things are kept; 0 is no limit. Names are those of keep.RetentionRules.
CREATE TABLE keep_rule (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What retention takes away, step by step; the row is written before its file is touched. It stays
-- when the rows of its recording go, so take_id and shipment_id refer to nothing by force.
CREATE TABLE keep_removal (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('VIDEO', 'KEY_FRAME')),
    take_id     INTEGER NOT NULL,
    shipment_id INTEGER NOT NULL,
    file        TEXT NOT NULL,
    quarantine  TEXT NOT NULL UNIQUE,
    bytes       INTEGER NOT NULL,
    sha256      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN
        ('MOVING', 'QUARANTINED', 'DELETING', 'DELETED', 'RETURNING', 'RETURNED', 'MISSING')),
    why         TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    moved_at    INTEGER,
    ended_at    INTEGER,
    seq         INTEGER NOT NULL
) STRICT;
-- One removal of a file at a time; a file that came back may go again.
CREATE UNIQUE INDEX keep_removal_live ON keep_removal (file) WHERE state <> 'RETURNED';
CREATE INDEX keep_removal_open ON keep_removal (state, id)
    WHERE state NOT IN ('DELETED', 'RETURNED');
CREATE INDEX keep_removal_take ON keep_removal (take_id);
CREATE INDEX take_scanned ON take (scanned_at);
