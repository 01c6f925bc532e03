-- Pieces of texts stand apart from those of numbers in the sieves (src/docs/decisions/0087). All of
-- it is made again out of the other tables.
DELETE FROM find_page;
DELETE FROM find_range;
DELETE FROM find_segment;
DELETE FROM find_sieve;
DELETE FROM find_title;
DELETE FROM find_due;
INSERT INTO find_due SELECT id FROM shipment;
UPDATE find_state SET generation = generation + 1;

-- Parcels that the rule for great amounts keeps.
CREATE INDEX shop_order_paid ON shop_order (paid);
