package packwitness.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * Changes one thing in the evidence tables of a vault's database, past the triggers, and takes it
 * back. What is never told to anybody and decides nothing is left alone: the moment kept beside a
 * checkpoint, and the program's own notes.
 */
final class RowMutation {
    private static final List<Table> TABLES =
            List.of(
                    new Table(
                            "ledger_row",
                            List.of(
                                    "seq",
                                    "leaf",
                                    "kind",
                                    "at",
                                    "body",
                                    "shipment_id",
                                    "take_id",
                                    "claim_id")),
                    new Table("ledger_salt", List.of("seq", "name", "salt", "value")),
                    new Table(
                            "ledger_checkpoint",
                            List.of("size", "origin", "root", "signature", "key")),
                    new Table(
                            "ledger_stamp",
                            List.of(
                                    "size",
                                    "authority",
                                    "kind",
                                    "request",
                                    "response",
                                    "gen_time",
                                    "seq")));

    private record Table(String name, List<String> columns) {}

    private final Connection connection;
    private final Random random;

    RowMutation(Connection connection, Random random) {
        this.connection = connection;
        this.random = random;
    }

    /** Changes something, lets the check run, takes it back; returns what was changed. */
    String during(Runnable check) throws SQLException {
        Table table = TABLES.get(random.nextInt(TABLES.size()));
        List<Object[]> before = all(table);
        String what = change(table, before.size());
        try {
            check.run();
        } finally {
            run("DELETE FROM " + table.name());
            restore(table, before);
        }
        return what;
    }

    private String change(Table table, int rows) throws SQLException {
        String column = table.columns().get(random.nextInt(table.columns().size()));
        int row = random.nextInt(rows);
        if (random.nextInt(12) == 0) {
            delete(table, row);
            return table.name() + " row " + row + " deleted";
        }
        List<Object[]> all = all(table);
        List<Object[]> without = all(table);
        without.remove(row);
        int at = table.columns().indexOf(column);
        Object[] victim = all.get(row);
        int other = random.nextInt(rows);
        boolean swap =
                random.nextInt(6) == 0 && !Objects.deepEquals(victim[at], all.get(other)[at]);
        Object was = victim[at];
        if (swap) {
            victim[at] = all.get(other)[at];
            all.get(other)[at] = was;
        } else {
            victim[at] = bent(was);
        }
        run("DELETE FROM " + table.name());
        try {
            restore(table, all);
        } catch (SQLException keyTaken) {
            // Two rows of one key cannot be stored; the row is lost instead.
            run("DELETE FROM " + table.name());
            restore(table, without);
        }
        return table.name() + "." + column + " row " + row + (swap ? " swapped with " + other : "");
    }

    private void delete(Table table, int row) throws SQLException {
        List<Object[]> all = all(table);
        all.remove(row);
        run("DELETE FROM " + table.name());
        restore(table, all);
    }

    private Object bent(Object was) {
        return switch (was) {
            case null -> random.nextLong(1000);
            case Long number ->
                    number + (random.nextBoolean() ? 1 : -1) * (1L << random.nextInt(20));
            case byte[] bytes -> Mutation.of(kind(), bytes, random);
            default -> text(was.toString());
        };
    }

    private String text(String was) {
        for (int tries = 0; tries < 20; tries++) {
            byte[] bytes = was.getBytes(StandardCharsets.UTF_8);
            String bent = new String(Mutation.of(kind(), bytes, random), StandardCharsets.UTF_8);
            if (!bent.equals(was) && bent.indexOf(0) < 0) return bent;
        }
        return was + "x";
    }

    private Mutation.Kind kind() {
        Mutation.Kind[] kinds = Mutation.Kind.values();
        return kinds[random.nextInt(kinds.length)];
    }

    private List<Object[]> all(Table table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT * FROM " + table.name() + " ORDER BY 1, 2")) {
            int width = row.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= width; i++) names.add(row.getMetaData().getColumnName(i));
            while (row.next()) {
                Object[] values = new Object[table.columns().size() + extra(table, names).size()];
                List<String> columns = columns(table, names);
                for (int i = 0; i < columns.size(); i++) {
                    Object value = row.getObject(columns.get(i));
                    values[i] = value instanceof Integer small ? (Object) small.longValue() : value;
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static List<String> extra(Table table, List<String> names) {
        return names.stream().filter(name -> !table.columns().contains(name)).toList();
    }

    private static List<String> columns(Table table, List<String> names) {
        List<String> columns = new ArrayList<>(table.columns());
        columns.addAll(extra(table, names));
        return columns;
    }

    private void restore(Table table, List<Object[]> rows) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT * FROM " + table.name() + " LIMIT 0")) {
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++)
                names.add(row.getMetaData().getColumnName(i));
        }
        List<String> columns = columns(table, names);
        String[] marks = new String[columns.size()];
        Arrays.fill(marks, "?");
        String sql =
                "INSERT INTO "
                        + table.name()
                        + " ("
                        + String.join(", ", columns)
                        + ") VALUES ("
                        + String.join(", ", marks)
                        + ")";
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) insert.setObject(i + 1, row[i]);
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
