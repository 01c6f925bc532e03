package packwitness.claim;

import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Who the owner is, as papers name the shop; what is not known is left empty. */
public record Merchant(Map<Field, String> values) {
    /** What a paper may say of the owner. */
    public enum Field {
        /** Name of the firm or person. */
        NAME,
        /** Name of the shop on the platform. */
        SHOP,
        /** Unified social credit code or identity number. */
        ID,
        ADDRESS,
        /** Legal representative or contact person. */
        CONTACT,
        PHONE
    }

    public Merchant {
        values = Map.copyOf(values);
    }

    public String of(Field field) {
        return values.getOrDefault(field, "");
    }

    public static Merchant read(Vault vault) throws Failure {
        return vault.database().read(Merchant::read);
    }

    /** Keeps the fields given and leaves the others as they are; an empty text forgets a field. */
    public static Merchant keep(Vault vault, Map<Field, String> said) throws Failure {
        return vault.database()
                .write(tx -> {
                    for (Map.Entry<Field, String> one : said.entrySet()) {
                        tx.run("DELETE FROM merchant WHERE field = ?", one.getKey());
                        if (!one.getValue().isBlank())
                            tx.run(
                                    "INSERT INTO merchant (field, value) VALUES (?,?)",
                                    one.getKey(),
                                    one.getValue().strip());
                    }
                    return read(tx);
                });
    }

    private static Merchant read(Transaction tx) throws SQLException {
        Map<Field, String> values = new EnumMap<>(Field.class);
        tx.list(
                        "SELECT field, value FROM merchant",
                        row -> Map.entry(Field.valueOf(row.text("field")), row.text("value")))
                .forEach(one -> values.put(one.getKey(), one.getValue()));
        return new Merchant(values);
    }
}
