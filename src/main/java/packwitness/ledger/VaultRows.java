package packwitness.ledger;

import packwitness.value.Sha256;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
    private static final byte[] NOTHING = {};
    private static final byte[] SEGMENT = RowText.utf8(EntryKind.SEGMENT.name());
    private static final String ALL =
            "SELECT seq, leaf, kind, at, body, shipment_id, take_id, claim_id FROM ledger_row"
                    + " ORDER BY seq";

    /**
     * What the bytes of a row say, and whether its columns say the same.
     *
     * @param real the raw leaf, hashed here and now
     * @param piece the usual row of a piece; then there is no entry
     */
    record Read(
            long seq,
            boolean leafFits,
            boolean columnsFit,
            byte[] real,
            Optional<PieceRow> piece,
            Optional<Entry> entry) {}

    private record Raw(
            long seq,
            byte[] leaf,
            byte[] kind,
            long at,
            byte[] body,
            Optional<Long> shipment,
            Optional<Long> take,
            Optional<Long> claim) {
        Read read(MessageDigest digest) {
            digest.update((byte) 0);
            digest.update(body);
            byte[] real = digest.digest();
            boolean leafFits = PieceRow.Hex.says(leaf, real);
            Optional<PieceRow> piece = PieceRow.read(body);
            if (piece.isPresent())
                return new Read(seq, leafFits, fits(piece.get()), real, piece, Optional.empty());
            Optional<Entry> entry = RowReader.read(body, Sha256.ofBytes(real));
            boolean columnsFit = entry.isEmpty() || fits(entry.get());
            return new Read(seq, leafFits, columnsFit, real, Optional.empty(), entry);
        }

        private boolean fits(PieceRow one) {
            return one.seq() == seq
                    && Arrays.equals(kind, SEGMENT)
                    && one.at() == at
                    && shipment.equals(one.shipment())
                    && take.isPresent()
                    && take.get() == one.takeId()
                    && claim.isEmpty();
        }

        private boolean fits(Entry one) {
            return one.seq() == seq
                    && Arrays.equals(kind, RowText.utf8(one.kind().name()))
                    && one.at().toEpochMilli() == at
                    && shipment.equals(LedgerTable.id(one, "shipment"))
                    && take.equals(LedgerTable.id(one, "take"))
                    && claim.equals(LedgerTable.id(one, "claim"));
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
                ahead.add(workers.submit(() -> read(full)));
                batch = new ArrayList<>(BATCH);
                if (ahead.size() > AHEAD) take(ahead, visitor);
            }
            while (!ahead.isEmpty()) take(ahead, visitor);
            for (Read last : read(batch)) visitor.see(last);
        }
    }

    private static List<Read> read(List<Raw> batch) {
        MessageDigest digest = Sha256.digest();
        List<Read> read = new ArrayList<>(batch.size());
        for (Raw raw : batch) read.add(raw.read(digest));
        return read;
    }

    private static Raw raw(ResultSet row) throws SQLException {
        return new Raw(
                row.getLong(1),
                bytes(row, 2),
                bytes(row, 3),
                row.getLong(4),
                bytes(row, 5),
                id(row, 6),
                id(row, 7),
                id(row, 8));
    }

    /** Returns the bytes of a column; a text is not decoded where only its bytes are compared. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNullElse(row.getBytes(column), NOTHING);
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
