-- Where in a film the goods, the seal and the label are seen, as somebody set it afterwards. The
-- newest row of a kind counts; one without a frame takes the mark away. The film is not touched.
CREATE TABLE film_mark (
    id      INTEGER PRIMARY KEY,
    take_id INTEGER NOT NULL REFERENCES take (id),
    kind    TEXT NOT NULL CHECK (kind IN ('GOODS', 'SEAL', 'LABEL')),
    frame   INTEGER,
    at_ms   INTEGER,
    at      INTEGER NOT NULL
);
CREATE INDEX film_mark_take ON film_mark (take_id, kind, id);
