-- One row: the greatest id given out so far (milliseconds << 10 | station).
CREATE TABLE last_id (only INTEGER PRIMARY KEY CHECK (only = 1), id INTEGER NOT NULL);
INSERT INTO last_id VALUES (1, 0);
