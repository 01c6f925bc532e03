-- Orders as imported. Numbers are text; money is fen; times are milliseconds.
CREATE TABLE order_import (
    id       INTEGER PRIMARY KEY,
    file     TEXT NOT NULL,
    sha256   TEXT NOT NULL,
    platform TEXT NOT NULL,
    orders   INTEGER NOT NULL,
    at       INTEGER NOT NULL
);
CREATE TABLE title (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);
CREATE TABLE shop_order (
    id        INTEGER PRIMARY KEY,
    platform  TEXT NOT NULL,
    order_no  TEXT NOT NULL,
    buyer     TEXT,
    note      TEXT,
    paid      INTEGER,
    placed_at INTEGER,
    import_id INTEGER NOT NULL REFERENCES order_import (id),
    UNIQUE (platform, order_no)
);
CREATE INDEX shop_order_no ON shop_order (order_no);
CREATE INDEX shop_order_last6 ON shop_order (substr(order_no, -6));
CREATE INDEX shop_order_buyer ON shop_order (buyer);
CREATE TABLE order_item (
    order_id INTEGER NOT NULL REFERENCES shop_order (id),
    line     INTEGER NOT NULL,
    title_id INTEGER NOT NULL REFERENCES title (id),
    variant  TEXT,
    sku      TEXT,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)
) WITHOUT ROWID;
CREATE INDEX order_item_title ON order_item (title_id, order_id);
CREATE TABLE order_waybill (
    order_id INTEGER NOT NULL REFERENCES shop_order (id),
    waybill  TEXT NOT NULL,
    carrier  TEXT,
    PRIMARY KEY (order_id, waybill)
) WITHOUT ROWID;
CREATE INDEX order_waybill_no ON order_waybill (waybill);
