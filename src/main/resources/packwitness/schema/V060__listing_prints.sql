-- What a listing picture looks like, so that a received one finds it among thousands.
CREATE TABLE listing_print (
    sha256 TEXT PRIMARY KEY,
    place  TEXT NOT NULL,
    coarse INTEGER NOT NULL,
    points BLOB NOT NULL,
    at     INTEGER NOT NULL
) WITHOUT ROWID;
