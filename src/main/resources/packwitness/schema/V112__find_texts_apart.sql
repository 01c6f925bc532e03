-- Texts stand apart from titles and names in the pages, and their pieces apart from those of numbers
-- in the sieves (src/docs/decisions/0087). All of it is made again out of the other tables.
DROP TABLE find_page;
CREATE TABLE find_page (
    number INTEGER PRIMARY KEY,
    front  BLOB NOT NULL,
    texts  BLOB NOT NULL,
    back   BLOB NOT NULL
) STRICT;
DELETE FROM find_range;
-- At which change of the pages this one was written last.
ALTER TABLE find_range ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
DELETE FROM find_segment;
DELETE FROM find_sieve;
DELETE FROM find_title;
DELETE FROM find_due;
INSERT INTO find_due SELECT id FROM shipment;
UPDATE find_state SET generation = generation + 1;

-- Parcels that the rule for great amounts keeps.
CREATE INDEX shop_order_paid ON shop_order (paid);
