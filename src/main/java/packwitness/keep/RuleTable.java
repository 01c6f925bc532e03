package packwitness.keep;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The SQL of the rules. */
final class RuleTable {
    private RuleTable() {}

    static RetentionRules read(Transaction tx) throws SQLException {
        Map<String, Long> said = new HashMap<>();
        tx.each(
                "SELECT name, value FROM keep_rule",
                row -> said.put(row.text("name"), row.number("value")));
        return RetentionRules.of(said);
    }

    static void write(Transaction tx, RetentionRules rules) throws SQLException {
        for (Map.Entry<String, Long> rule : rules.values().entrySet())
            tx.run(
                    "INSERT INTO keep_rule (name, value) VALUES (?, ?) ON CONFLICT (name) DO"
                            + " UPDATE SET value = excluded.value",
                    rule.getKey(),
                    rule.getValue());
    }
}
