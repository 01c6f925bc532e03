package packwitness.ledger;

import packwitness.value.Sha256;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads all rows of a vault in their order. Hashing and reading of their text is done by other
 * threads, a few batches ahead, so that the whole takes no longer than the database does.
 */
final class VaultRows {
    private static final int BATCH = 2048;
    private static final int AHEAD = 6;
    private static final int WORKERS = 2;
    private static final String ALL =
            "SELECT seq, leaf, kind, at, body, shipment_id, take_id, claim_id FROM ledger_row"
                    + " ORDER BY seq";

    /** What the columns say, and what the bytes say. */
    record Read(
            long seq,
            String leaf,
            String kind,
            long at,
            Optional<Long> shipment,
            Optional<Long> take,
            Optional<Long> claim,
            Sha256 real,
            Optional<Entry> entry) {
        boolean columnsFit(Entry one) {
            return one.seq() == seq
                    && one.kind().name().equals(kind)
                    && one.at().toEpochMilli() == at
                    && shipment.equals(LedgerTable.id(one, "shipment"))
                    && take.equals(LedgerTable.id(one, "take"))
                    && claim.equals(LedgerTable.id(one, "claim"));
        }
    }

    private record Raw(
            long seq,
            String leaf,
            String kind,
            long at,
            byte[] body,
            Optional<Long> shipment,
            Optional<Long> take,
            Optional<Long> claim) {
        Read read() {
            Sha256 real = RowText.leaf(body);
            return new Read(
                    seq, leaf, kind, at, shipment, take, claim, real, RowReader.read(body, real));
        }
    }

    /** What is done with each row; called by the thread that asked. */
    interface Visitor {
        void see(Read row);
    }

    private VaultRows() {}

    static void each(Connection connection, Visitor visitor) throws SQLException {
        Deque<Future<List<Read>>> ahead = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            List<Raw> batch = new ArrayList<>(BATCH);
            while (row.next()) {
                batch.add(raw(row));
                if (batch.size() < BATCH) continue;
                List<Raw> full = batch;
                ahead.add(workers.submit(() -> full.stream().map(Raw::read).toList()));
                batch = new ArrayList<>(BATCH);
                if (ahead.size() > AHEAD) take(ahead, visitor);
            }
            while (!ahead.isEmpty()) take(ahead, visitor);
            for (Raw last : batch) visitor.see(last.read());
        }
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getLong(1),
                String.valueOf(row.getString(2)),
                String.valueOf(row.getString(3)),
                row.getLong(4),
                Objects.requireNonNullElse(row.getBytes(5), new byte[0]),
                id(row, 6),
                id(row, 7),
                id(row, 8));
    }

    private static void take(Deque<Future<List<Read>>> ahead, Visitor visitor) {
        try {
            for (Read one : ahead.removeFirst().get()) visitor.see(one);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Optional<Long> id(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }
}
