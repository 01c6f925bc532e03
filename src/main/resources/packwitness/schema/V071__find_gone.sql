-- By which a parcel whose rows went by the rules of keeping is still known, as long as its salt is.
CREATE INDEX ledger_salt_waybill ON ledger_salt (value) WHERE name = 'waybill';

-- Coverage goes by days.
CREATE INDEX shipment_day ON shipment (first_scan);
CREATE INDEX shop_order_day ON shop_order (coalesce(shipped_at, placed_at));

-- Titles lead to parcels through find_title.
DROP INDEX order_item_title;
