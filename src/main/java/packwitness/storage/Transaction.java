package packwitness.storage;

import org.jspecify.annotations.Nullable;

import packwitness.value.Fen;
import packwitness.value.Sha256;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of one transaction; used by one thread, valid until its {@link Work} returns.
 * Arguments may be numbers, text, bytes, {@link Instant} (kept as milliseconds), {@link Sha256},
 * {@link Fen}, {@link Path}, enums, booleans, {@link Optional} of these, and null.
 */
public final class Transaction {
    private final Statements statements;
    private final Instant now;
    private final int station;
    private final Cancellation cancellation;

    Transaction(Statements statements, Instant now, int station) {
        this(statements, now, station, new Cancellation());
    }

    Transaction(Statements statements, Instant now, int station, Cancellation cancellation) {
        this.statements = statements;
        this.now = now;
        this.station = station;
        this.cancellation = cancellation;
    }

    /** Returns what may end this work early; long work in between asks it now and then. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Returns the wall clock as it was when the transaction began. */
    public Instant now() {
        return now;
    }

    /** Runs an INSERT, UPDATE or DELETE and returns the number of rows it touched. */
    public int run(String sql, @Nullable Object... arguments) throws SQLException {
        try (Statements.Lent lent = statements.lend(sql)) {
            return lent.sound(bind(lent, arguments).executeUpdate());
        }
    }

    /** Returns all rows, in the order of the query. */
    public <T> List<T> list(String sql, Row.Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), arguments);
        return List.copyOf(found);
    }

    /** Returns the first row, or nothing. */
    public <T> Optional<T> first(String sql, Row.Reader<T> reader, @Nullable Object... arguments)
            throws SQLException {
        Optional<T> found;
        try (Statements.Lent lent = statements.lend(sql)) {
            PreparedStatement statement = bind(lent, arguments);
            cancellation.begins(statement);
            try (ResultSet result = statement.executeQuery()) {
                found =
                        result.next()
                                ? Optional.of(reader.read(new Row(result)))
                                : Optional.empty();
            } finally {
                cancellation.ends();
            }
            return lent.sound(found);
        }
    }

    /** What is done with each row of a long result. */
    @FunctionalInterface
    public interface Visitor {
        void see(Row row) throws SQLException;
    }

    /** Visits every row without keeping them. */
    public void each(String sql, Visitor visitor, @Nullable Object... arguments)
            throws SQLException {
        try (Statements.Lent lent = statements.lend(sql)) {
            PreparedStatement statement = bind(lent, arguments);
            cancellation.begins(statement);
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                while (result.next()) visitor.see(row);
            } finally {
                cancellation.ends();
            }
            lent.sound(sql);
        }
    }

    /**
     * Returns a new id, greater than all before it: milliseconds and station number. Only in a
     * writing transaction, which makes it unique among all programs on this vault.
     */
    public long nextId() throws SQLException {
        long candidate = (now.toEpochMilli() << 10) | station;
        return first(
                        "UPDATE last_id SET id = max(id + 1024, ?) RETURNING id",
                        row -> row.number("id"),
                        candidate)
                .orElseThrow();
    }

    private static PreparedStatement bind(Statements.Lent lent, @Nullable Object... arguments)
            throws SQLException {
        PreparedStatement statement = lent.statement();
        for (int i = 0; i < arguments.length; i++) statement.setObject(i + 1, plain(arguments[i]));
        return statement;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> maybe -> plain(maybe.orElse(null));
            case Instant instant -> instant.toEpochMilli();
            case Sha256 hash -> hash.hex();
            case Fen fen -> fen.amount();
            case Boolean flag -> flag ? 1 : 0;
            case Enum<?> constant -> constant.name();
            case Path path -> path.toString();
            default -> value;
        };
    }
}
