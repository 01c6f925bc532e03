package packwitness.storage;

import packwitness.value.Sha256;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The current row of a result, read by column name. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** How one row becomes a value. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        String value = result.getString(column);
        if (value == null) throw new SQLException("column " + column + " is empty");
        return value;
    }

    public Optional<String> maybeText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public Optional<Long> maybeNumber(String column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public boolean flag(String column) throws SQLException {
        return result.getLong(column) != 0;
    }

    /** Reads milliseconds since 1970. */
    public Instant instant(String column) throws SQLException {
        return Instant.ofEpochMilli(result.getLong(column));
    }

    public Optional<Instant> maybeInstant(String column) throws SQLException {
        return maybeNumber(column).map(Instant::ofEpochMilli);
    }

    public byte[] bytes(String column) throws SQLException {
        byte[] value = result.getBytes(column);
        if (value == null) throw new SQLException("column " + column + " is empty");
        return value;
    }

    public Sha256 hash(String column) throws SQLException {
        return new Sha256(text(column));
    }

    public Optional<Sha256> maybeHash(String column) throws SQLException {
        return maybeText(column).map(Sha256::new);
    }
}
