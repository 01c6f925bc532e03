-- How parcels are found (src/docs/decisions/0047). Everything here is made out of other tables and
-- can be made again.

-- Ends of numbers, with the letters O and I as the digits that they are taken for.
DROP INDEX shipment_last4;
DROP INDEX shipment_last6;
DROP INDEX shipment_code_last4;
DROP INDEX shop_order_last6;
CREATE INDEX shipment_tail4 ON shipment
    (replace(replace(substr(waybill, -4), 'O', '0'), 'I', '1'), id);
CREATE INDEX shipment_tail6 ON shipment
    (replace(replace(substr(waybill, -6), 'O', '0'), 'I', '1'), id);
CREATE INDEX shipment_code_tail4 ON shipment_code
    (replace(replace(upper(substr(code, -4)), 'O', '0'), 'I', '1'), shipment_id);
CREATE INDEX shipment_code_code ON shipment_code (code) WHERE kind = 'ORDER';
CREATE INDEX shop_order_tail4 ON shop_order
    (replace(replace(upper(substr(order_no, -4)), 'O', '0'), 'I', '1'));
CREATE INDEX shop_order_tail6 ON shop_order
    (replace(replace(upper(substr(order_no, -6)), 'O', '0'), 'I', '1'));

-- What a filter alone can ask for.
CREATE INDEX shipment_held ON shipment (id) WHERE hold_reason IS NOT NULL;
CREATE INDEX take_incomplete ON take (shipment_id)
    WHERE state IN ('INTERRUPTED', 'DAMAGED') OR gaps <> '' OR dropped > 0;
CREATE INDEX shipment_station ON shipment (station, id);
CREATE INDEX sighting_other ON sighting (code) WHERE matches = 0;

-- Records of parcels side by side, a few hundred a page, in the order of their ids.
CREATE TABLE find_page (
    number INTEGER PRIMARY KEY,
    body   BLOB NOT NULL
) STRICT;
CREATE TABLE find_range (
    number   INTEGER PRIMARY KEY,
    first_id INTEGER NOT NULL,
    last_id  INTEGER NOT NULL,
    from_at  INTEGER NOT NULL,
    to_at    INTEGER NOT NULL,
    parcels  INTEGER NOT NULL
) STRICT;
CREATE INDEX find_range_last ON find_range (last_id);
-- In which of the 64 pages of a segment a piece of text may stand.
CREATE TABLE find_sieve (
    segment INTEGER NOT NULL,
    bucket  INTEGER NOT NULL,
    pages   INTEGER NOT NULL,
    PRIMARY KEY (segment, bucket)
) STRICT, WITHOUT ROWID;
-- Segments that have a sieve: those whose pages are all full.
CREATE TABLE find_segment (number INTEGER PRIMARY KEY) STRICT;
CREATE TABLE find_title (
    title_id    INTEGER NOT NULL,
    shipment_id INTEGER NOT NULL,
    PRIMARY KEY (title_id, shipment_id)
) STRICT, WITHOUT ROWID;
-- Grows with each change of the pages, so that what a program remembers of them is known as old.
CREATE TABLE find_state (only INTEGER PRIMARY KEY CHECK (only = 1), generation INTEGER NOT NULL);
INSERT INTO find_state VALUES (1, 0);

-- Parcels whose record is not on a page, or is there as it was.
CREATE TABLE find_due (shipment_id INTEGER PRIMARY KEY) STRICT;
INSERT INTO find_due SELECT id FROM shipment;

CREATE TRIGGER find_shipment_new AFTER INSERT ON shipment BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.id);
END;
CREATE TRIGGER find_shipment_changed AFTER UPDATE OF waybill, station, last_scan ON shipment BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.id);
END;
CREATE TRIGGER find_shipment_gone AFTER DELETE ON shipment BEGIN
    INSERT OR IGNORE INTO find_due VALUES (OLD.id);
END;
CREATE TRIGGER find_take_new AFTER INSERT ON take BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.shipment_id);
END;
CREATE TRIGGER find_take_moved AFTER UPDATE OF shipment_id, operator ON take BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.shipment_id), (OLD.shipment_id);
END;
CREATE TRIGGER find_take_gone AFTER DELETE ON take BEGIN
    INSERT OR IGNORE INTO find_due VALUES (OLD.shipment_id);
END;
CREATE TRIGGER find_code_new AFTER INSERT ON shipment_code BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.shipment_id);
END;
CREATE TRIGGER find_code_moved AFTER UPDATE ON shipment_code BEGIN
    INSERT OR IGNORE INTO find_due VALUES (NEW.shipment_id), (OLD.shipment_id);
END;
CREATE TRIGGER find_code_gone AFTER DELETE ON shipment_code BEGIN
    INSERT OR IGNORE INTO find_due VALUES (OLD.shipment_id);
END;
CREATE TRIGGER find_order_new AFTER INSERT ON shop_order BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT shipment_id FROM shipment_code WHERE kind = 'ORDER' AND code = NEW.order_no;
END;
CREATE TRIGGER find_order_changed AFTER UPDATE OF platform, order_no, buyer, note ON shop_order
WHEN NEW.buyer IS NOT OLD.buyer OR NEW.note IS NOT OLD.note OR NEW.order_no <> OLD.order_no
    OR NEW.platform <> OLD.platform
BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT s.id FROM order_waybill w JOIN shipment s ON s.waybill = w.waybill
        WHERE w.order_id = NEW.id;
    INSERT OR IGNORE INTO find_due
        SELECT shipment_id FROM shipment_code
        WHERE kind = 'ORDER' AND code IN (NEW.order_no, OLD.order_no);
END;
CREATE TRIGGER find_order_gone AFTER DELETE ON shop_order BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT shipment_id FROM shipment_code WHERE kind = 'ORDER' AND code = OLD.order_no;
END;
CREATE TRIGGER find_waybill_new AFTER INSERT ON order_waybill BEGIN
    INSERT OR IGNORE INTO find_due SELECT id FROM shipment WHERE waybill = NEW.waybill;
END;
CREATE TRIGGER find_waybill_changed AFTER UPDATE ON order_waybill BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT id FROM shipment WHERE waybill IN (NEW.waybill, OLD.waybill);
END;
CREATE TRIGGER find_waybill_gone AFTER DELETE ON order_waybill BEGIN
    INSERT OR IGNORE INTO find_due SELECT id FROM shipment WHERE waybill = OLD.waybill;
END;
CREATE TRIGGER find_item_new AFTER INSERT ON order_item BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT s.id FROM order_waybill w JOIN shipment s ON s.waybill = w.waybill
        WHERE w.order_id = NEW.order_id;
    INSERT OR IGNORE INTO find_due
        SELECT c.shipment_id FROM shop_order o JOIN shipment_code c ON c.code = o.order_no
        WHERE o.id = NEW.order_id AND c.kind = 'ORDER';
END;
CREATE TRIGGER find_item_gone AFTER DELETE ON order_item BEGIN
    INSERT OR IGNORE INTO find_due
        SELECT s.id FROM order_waybill w JOIN shipment s ON s.waybill = w.waybill
        WHERE w.order_id = OLD.order_id;
    INSERT OR IGNORE INTO find_due
        SELECT c.shipment_id FROM shop_order o JOIN shipment_code c ON c.code = o.order_no
        WHERE o.id = OLD.order_id AND c.kind = 'ORDER';
END;
