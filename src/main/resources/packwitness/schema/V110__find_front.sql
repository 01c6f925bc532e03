-- Pages have a front part, which most questions read alone, and a back part; sieves know longer
-- pieces of numbers (src/docs/decisions/0069). All of it is made again out of the other tables.
DROP TABLE find_page;
CREATE TABLE find_page (
    number INTEGER PRIMARY KEY,
    front  BLOB NOT NULL,
    back   BLOB NOT NULL
) STRICT;
DELETE FROM find_range;
DELETE FROM find_segment;
DELETE FROM find_sieve;
DELETE FROM find_title;
DELETE FROM find_due;
INSERT INTO find_due SELECT id FROM shipment;
UPDATE find_state SET generation = generation + 1;
