package packwitness.keep;

import packwitness.shipment.search.Held;
import packwitness.storage.Row;
import packwitness.storage.Transaction;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The SQL of what may go: closed, not on hold, not on its way; oldest first. */
final class Candidates {
    private static final String NOT_GOING =
            " NOT EXISTS (SELECT 1 FROM keep_removal r WHERE r.file = %s.file AND r.state <>"
                    + " 'RETURNED')";
    private static final String VIDEOS =
            "SELECT t.id AS take, t.shipment_id AS shipment, t.file, t.bytes, t.sha256,"
                    + " t.scanned_at AS at, "
                    + Held.NOW
                    + " AS held FROM take t JOIN shipment s ON s.id = t.shipment_id WHERE t.state"
                    + " <> 'RECORDING' AND t.sha256 IS NOT NULL AND"
                    + NOT_GOING.formatted("t");
    private static final String FRAMES =
            "SELECT k.take_id AS take, t.shipment_id AS shipment, k.file, -1 AS bytes, k.sha256,"
                + " t.scanned_at AS at FROM key_frame k JOIN take t ON t.id = k.take_id JOIN"
                + " shipment s ON s.id = t.shipment_id WHERE t.scanned_at < ? AND EXISTS (SELECT 1"
                + " FROM keep_removal v WHERE v.file = t.file AND v.state = 'DELETED') AND NOT "
                    + Held.NOW
                    + " AND"
                    + NOT_GOING.formatted("k")
                    + " ORDER BY k.take_id, k.number LIMIT ?";

    /** A video that stands in the vault. */
    record Video(
            ShipmentId shipment,
            TakeId take,
            String file,
            long bytes,
            Sha256 sha256,
            Instant at,
            boolean held) {
        Candidate frame(String why) {
            return new Candidate(Kind.KEY_FRAME, shipment, take, file, bytes, sha256, at, why);
        }

        Candidate because(String why) {
            return new Candidate(Kind.VIDEO, shipment, take, file, bytes, sha256, at, why);
        }
    }

    interface Visitor {
        void see(Video video) throws SQLException;
    }

    private Candidates() {}

    /** Visits every video that stands in its place, oldest first, held ones too. */
    static void videos(Transaction tx, Visitor visitor) throws SQLException {
        tx.each(VIDEOS + " ORDER BY t.scanned_at, t.id", row -> visitor.see(video(row)));
    }

    /** Returns key frames whose video is deleted and that are older than the moment. */
    static List<Candidate> frames(Transaction tx, Instant before, String why, int limit)
            throws SQLException {
        return tx.list(FRAMES, row -> bare(row, false).frame(why), before, limit);
    }

    /** Returns all videos and key frames of one parcel that stand in their place. */
    static List<Candidate> ofParcel(Transaction tx, ShipmentId parcel, String why)
            throws SQLException {
        List<Candidate> files = new ArrayList<>();
        tx.each(
                VIDEOS + " AND s.id = ?",
                row -> files.add(video(row).because(why)),
                parcel.value());
        tx.each(
                "SELECT k.take_id AS take, t.shipment_id AS shipment, k.file, -1 AS bytes,"
                        + " k.sha256, t.scanned_at AS at FROM key_frame k JOIN take t ON t.id ="
                        + " k.take_id WHERE t.shipment_id = ? AND"
                        + NOT_GOING.formatted("k"),
                row -> files.add(bare(row, false).frame(why)),
                parcel.value());
        return files;
    }

    private static Video video(Row row) throws SQLException {
        return bare(row, row.flag("held"));
    }

    private static Video bare(Row row, boolean held) throws SQLException {
        return new Video(
                new ShipmentId(row.number("shipment")),
                new TakeId(row.number("take")),
                row.text("file"),
                row.number("bytes"),
                row.hash("sha256"),
                row.instant("at"),
                held);
    }
}
