-- A request to set another passphrase without knowing the old one; it must wait, so that the owner can see it.
CREATE TABLE owner_reset (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL
);
