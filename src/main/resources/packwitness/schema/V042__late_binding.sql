-- A parcel whose waybill was not scanned yet; its waybill column holds '?' and the code that was.
ALTER TABLE shipment ADD COLUMN bound INTEGER NOT NULL DEFAULT 1;
CREATE INDEX shipment_unbound ON shipment (id) WHERE bound = 0;

-- Codes of orders and goods that were scanned for a parcel.
CREATE TABLE shipment_code (
    id          INTEGER PRIMARY KEY,
    shipment_id INTEGER NOT NULL REFERENCES shipment (id),
    kind        TEXT NOT NULL CHECK (kind IN ('ORDER', 'PRODUCT')),
    code        TEXT NOT NULL,
    at          INTEGER NOT NULL
);
CREATE INDEX shipment_code_shipment ON shipment_code (shipment_id, id);
CREATE INDEX shipment_code_last4 ON shipment_code (substr(code, -4), shipment_id);
