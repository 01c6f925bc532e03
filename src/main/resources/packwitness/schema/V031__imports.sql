-- How a file is being taken in: in portions, each of which moves rows_done and orders_done, so that
-- what a crash cut short goes on where it stood. orders_done counts orders behind row rows_done.
ALTER TABLE order_import ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE order_import ADD COLUMN kind TEXT NOT NULL DEFAULT 'ORDERS';
ALTER TABLE order_import ADD COLUMN mapping TEXT NOT NULL DEFAULT '';
ALTER TABLE order_import ADD COLUMN state TEXT NOT NULL DEFAULT 'DONE'
    CHECK (state IN ('RUNNING', 'DONE', 'UNDOING', 'UNDONE'));
ALTER TABLE order_import ADD COLUMN row_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN rows_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN orders_done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN made INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE order_import ADD COLUMN without_waybill INTEGER NOT NULL DEFAULT 0;
CREATE INDEX order_import_file ON order_import (sha256);
CREATE INDEX order_import_open ON order_import (id) WHERE state IN ('RUNNING', 'UNDOING');

-- The newest file that named the order; what an earlier one made stays when that one is undone.
ALTER TABLE shop_order ADD COLUMN last_import INTEGER;
ALTER TABLE shop_order ADD COLUMN status TEXT;
ALTER TABLE shop_order ADD COLUMN shipped_at INTEGER;
UPDATE shop_order SET last_import = import_id;
-- NULL where the packing desk tied waybill and order together.
ALTER TABLE order_waybill ADD COLUMN import_id INTEGER;

-- What a file changed of orders and refunds that were there before it: nothing else is needed to
-- undo it. order_id is the id of the order or of the refund.
CREATE TABLE order_change (
    import_id INTEGER NOT NULL REFERENCES order_import (id),
    order_id  INTEGER NOT NULL,
    what      TEXT NOT NULL,
    before    TEXT,
    after     TEXT,
    PRIMARY KEY (import_id, order_id, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_change_order ON order_change (order_id, import_id);
-- Where personal data is erased from an order it does not live on in what an import remembers.
CREATE TRIGGER order_buyer_erased AFTER UPDATE OF buyer ON shop_order
WHEN NEW.buyer IS NULL AND OLD.buyer IS NOT NULL BEGIN
    DELETE FROM order_change WHERE order_id = NEW.id AND what = 'buyer';
END;
CREATE TRIGGER order_note_erased AFTER UPDATE OF note ON shop_order
WHEN NEW.note IS NULL AND OLD.note IS NOT NULL BEGIN
    DELETE FROM order_change WHERE order_id = NEW.id AND what = 'note';
    UPDATE order_refund SET reason = NULL
        WHERE order_no = NEW.order_no AND platform = NEW.platform;
END;

-- Refunds as platforms tell them; refund_no is empty where an order file told only the state.
CREATE TABLE order_refund (
    id        INTEGER PRIMARY KEY,
    platform  TEXT NOT NULL,
    order_no  TEXT NOT NULL,
    refund_no TEXT NOT NULL,
    kind      TEXT NOT NULL CHECK (kind IN ('REFUND_ONLY', 'RETURN', 'EXCHANGE', 'UNKNOWN')),
    state     TEXT NOT NULL CHECK (state IN ('OPEN', 'PAID', 'CLOSED')),
    words     TEXT NOT NULL,
    reason    TEXT,
    amount    INTEGER,
    filed_at  INTEGER,
    until_at  INTEGER,
    told_at   INTEGER NOT NULL,
    import_id INTEGER NOT NULL REFERENCES order_import (id),
    claim_id  INTEGER,
    carried   INTEGER NOT NULL DEFAULT 0,
    UNIQUE (platform, order_no, refund_no)
) STRICT;
CREATE INDEX order_refund_order ON order_refund (order_no);
-- What is to be carried to the claims: refunds that no claim has heard of in their present state.
CREATE INDEX order_refund_due ON order_refund (id) WHERE carried = 0;

-- What a person said about the headings of files: one row a set of headings.
CREATE TABLE import_mapping (
    headings TEXT PRIMARY KEY,
    mapping  TEXT NOT NULL,
    at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The watched folder, at most one; and its files, each taken in once.
CREATE TABLE import_watch (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    folder TEXT NOT NULL
) STRICT;
CREATE TABLE import_watched (
    folder   TEXT NOT NULL,
    name     TEXT NOT NULL,
    bytes    INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    import_id INTEGER,
    problem  TEXT,
    details  TEXT,
    at       INTEGER NOT NULL,
    PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;
