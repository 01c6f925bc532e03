-- The owner's platform rules, each time one was changed; the newest row of a rule counts. yaml is
-- empty where the owner went back to the rule shipped.
CREATE TABLE platform_rule (
    id      INTEGER PRIMARY KEY,
    rule    TEXT NOT NULL,
    yaml    TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    at      INTEGER NOT NULL
);
CREATE INDEX platform_rule_of ON platform_rule (rule, id);
