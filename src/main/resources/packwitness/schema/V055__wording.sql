-- What the owner changed in the sentences of a paper; nothing of it is ever lost.
-- base_text is the sentence of the template as it stood then, new_text NULL the way back to it.
CREATE TABLE wording_change (
    id        INTEGER PRIMARY KEY,
    claim_id  INTEGER NOT NULL REFERENCES claim (id),
    addressee TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    base_text TEXT NOT NULL,
    old_text  TEXT NOT NULL,
    new_text  TEXT,
    reason    TEXT NOT NULL,
    who       TEXT NOT NULL,
    at        INTEGER NOT NULL
);
CREATE INDEX wording_change_claim ON wording_change (claim_id, addressee, id);

CREATE TRIGGER wording_change_kept BEFORE UPDATE ON wording_change
BEGIN
    SELECT RAISE(ABORT, 'changes of wording are kept');
END;
CREATE TRIGGER wording_change_stays BEFORE DELETE ON wording_change
BEGIN
    SELECT RAISE(ABORT, 'changes of wording are kept');
END;
