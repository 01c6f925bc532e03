package packwitness.keep;

import packwitness.storage.Transaction;
import packwitness.value.Sha256;

import java.sql.SQLException;
import java.util.Optional;

/**
 * A file that the index says is there.
 *
 * @param file where it belongs, relative to the vault; a backup keeps it under this name
 * @param place where it stands now: its own place, or quarantine
 * @param sha256 empty where the index knows no bytes of it, for its recording was lost
 */
record Expected(String file, String place, long bytes, Optional<Sha256> sha256) {
    private static final String TAKES =
            "SELECT t.file, t.bytes, t.sha256, r.state, r.quarantine FROM take t LEFT JOIN"
                    + " keep_removal r ON r.file = t.file AND r.state <> 'RETURNED' WHERE t.state"
                    + " <> 'RECORDING'";
    private static final String FRAMES =
            "SELECT k.file, -1 AS bytes, k.sha256, r.state, r.quarantine FROM key_frame k LEFT"
                    + " JOIN keep_removal r ON r.file = k.file AND r.state <> 'RETURNED'";
    private static final String RECEIVED =
            "SELECT file, bytes, sha256, NULL AS state, NULL AS quarantine FROM claim_file";

    interface Visitor {
        void see(Expected file) throws SQLException;
    }

    /** What is on its way is neither here nor there; whoever asks gets it by another list. */
    static void each(Transaction tx, Visitor visitor) throws SQLException {
        for (String sql : new String[] {TAKES, FRAMES, RECEIVED})
            tx.each(
                    sql,
                    row -> {
                        String file = row.text("file");
                        String state = row.maybeText("state").orElse("");
                        if (!state.isEmpty() && !state.equals("QUARANTINED")) return;
                        String place =
                                state.isEmpty() ? file : row.maybeText("quarantine").orElse(file);
                        long bytes = row.maybeNumber("bytes").orElse(-1L);
                        visitor.see(new Expected(file, place, bytes, row.maybeHash("sha256")));
                    });
    }
}
