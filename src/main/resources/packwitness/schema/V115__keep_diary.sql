-- What each run of the rules did, by whatever door it was asked; the newest few are shown.
CREATE TABLE keep_note (
    id                INTEGER PRIMARY KEY,
    door              TEXT NOT NULL,
    began_at          INTEGER NOT NULL,
    ended_at          INTEGER NOT NULL,
    quarantined       INTEGER NOT NULL,
    quarantined_bytes INTEGER NOT NULL,
    deleted           INTEGER NOT NULL,
    deleted_bytes     INTEGER NOT NULL,
    brought_back      INTEGER NOT NULL,
    parcels           INTEGER NOT NULL,
    persons           INTEGER NOT NULL,
    held              INTEGER NOT NULL,
    not_as_indexed    INTEGER NOT NULL,
    troubles          INTEGER NOT NULL,
    cancelled         INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
    problem           TEXT
) STRICT;
CREATE INDEX keep_note_door ON keep_note (door, id);
