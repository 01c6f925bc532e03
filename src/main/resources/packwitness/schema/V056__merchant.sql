-- Who the owner is, as papers name the shop: at most one row a field.
CREATE TABLE merchant (
    field TEXT PRIMARY KEY CHECK (field IN ('NAME', 'SHOP', 'ID', 'ADDRESS', 'CONTACT', 'PHONE')),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
