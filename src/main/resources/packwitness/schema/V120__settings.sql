-- What the owner set in this vault; the newest row of a name counts, and no value means the default.
CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    name  TEXT NOT NULL,
    value TEXT,
    at    INTEGER NOT NULL
);
CREATE INDEX setting_of ON setting (name, id);
