-- What the owner allowed or took back beyond the table that is shipped; the newest row counts.
CREATE TABLE role_grant (
    id         INTEGER PRIMARY KEY,
    role       TEXT NOT NULL,
    permission TEXT NOT NULL,
    allowed    INTEGER NOT NULL CHECK (allowed IN (0, 1)),
    by_whom    TEXT NOT NULL,
    at         INTEGER NOT NULL
);
CREATE INDEX role_grant_of ON role_grant (role, permission, id);

-- The owner's passphrase, never itself: a slow hash with everything needed to check it.
CREATE TABLE owner_passphrase (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    algorithm  TEXT NOT NULL,
    iterations INTEGER NOT NULL,
    salt       BLOB NOT NULL,
    hash       BLOB NOT NULL,
    at         INTEGER NOT NULL
);
-- Wrong passphrases since the last right one.
CREATE TABLE owner_attempt (at INTEGER NOT NULL);
