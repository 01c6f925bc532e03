-- Parcels whose rows went by the rules of keeping, by a salted hash of their waybill: asked for the
-- number, the shop can say that it is expired, and reads no number out of the table.
CREATE TABLE find_gone (
    mark TEXT PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE find_gone_salt (only INTEGER PRIMARY KEY CHECK (only = 1), salt TEXT NOT NULL) STRICT;
INSERT INTO find_gone_salt VALUES (1, lower(hex(randomblob(16))));
