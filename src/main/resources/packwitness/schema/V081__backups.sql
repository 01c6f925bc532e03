-- Folders that this vault was copied to. The token stands in the folder as well, so that an empty
-- mount point is not taken for the disk that was there.
CREATE TABLE keep_backup (
    folder    TEXT PRIMARY KEY,
    token     TEXT NOT NULL,
    done_at   INTEGER,
    files     INTEGER,
    bytes     INTEGER,
    drill_at  INTEGER,
    drill_ok  INTEGER
) STRICT;
