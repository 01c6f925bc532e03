package packwitness.bench;

import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the owner of machine, database and key can do: write past the triggers, and write the whole
 * ledger anew, as src/docs/evidence-format.md describes it.
 */
final class Forger {
    private static final int HEAD_LINES = 5;

    private final Vault vault;

    Forger(Vault vault) {
        this.vault = vault;
    }

    /** A row without its place and link. */
    record Row(String prev, String at, String kind, List<String> facts) {
        String fact(String name) {
            return facts.stream()
                    .filter(line -> line.startsWith(name + " "))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElse("");
        }

        Row with(String name, String value) {
            return new Row(
                    prev,
                    at,
                    kind,
                    facts.stream()
                            .map(line -> line.startsWith(name + " ") ? name + " " + value : line)
                            .toList());
        }
    }

    interface Work {
        void run(Transaction tx) throws SQLException, Failure;
    }

    void sql(Work work) throws Failure {
        vault.database()
                .write(tx -> {
                    for (String trigger :
                            List.of("ledger_row_follows", "ledger_row_stays", "ledger_row_remains"))
                        tx.run("DROP TRIGGER IF EXISTS " + trigger);
                    work.run(tx);
                    return true;
                });
    }

    /** Writes the ledger anew, with or without mending its chain. */
    void rewrite(UnaryOperator<List<Row>> change, boolean relink) throws Failure {
        sql(tx -> {
            List<Row> before =
                    tx.list(
                            "SELECT body FROM ledger_row ORDER BY seq",
                            row -> read(new String(row.bytes("body"), StandardCharsets.UTF_8)));
            tx.run("DELETE FROM ledger_row");
            String prev = Sha256.ZERO.hex();
            List<Row> rows = change.apply(new ArrayList<>(before));
            for (int seq = 0; seq < rows.size(); seq++)
                prev = insert(tx, rows.get(seq), seq, relink ? prev : rows.get(seq).prev());
        });
    }

    private static Row read(String body) {
        List<String> lines = body.lines().toList();
        return new Row(
                lines.get(1).substring("prev ".length()),
                lines.get(3).substring("at ".length()),
                lines.get(4).substring("kind ".length()),
                lines.subList(HEAD_LINES, lines.size()));
    }

    private static String insert(Transaction tx, Row row, int seq, String prev)
            throws SQLException {
        StringBuilder text = new StringBuilder("packwitness row v1\nprev " + prev);
        text.append("\nseq ").append(seq).append("\nat ").append(row.at());
        text.append("\nkind ").append(row.kind()).append('\n');
        for (String fact : row.facts()) text.append(fact).append('\n');
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        String leaf = Sha256.of(new byte[1], body).hex();
        tx.run(
                "INSERT INTO ledger_row (seq, leaf, kind, at, body, shipment_id, take_id, claim_id)"
                        + " VALUES (?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''))",
                seq,
                leaf,
                row.kind(),
                Long.parseLong(row.at()),
                body,
                row.fact("shipment"),
                row.fact("take"),
                row.fact("claim"));
        return leaf;
    }
}
