package packwitness.ledger;

import packwitness.storage.Transaction;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What of the ledger goes into a bag.
 *
 * @param rows shown in full, by seq
 * @param salts of exactly these rows
 * @param main checkpoint that covers all rows
 * @param others checkpoints that bracket rows or were handed out before, by size, without main
 * @param stamps by size of their checkpoint
 */
record BagPlan(
        SortedMap<Long, Entry> rows,
        List<Salted> salts,
        Checkpoint main,
        SortedMap<Long, Checkpoint> others,
        SortedMap<Long, Stamp> stamps,
        List<Entry> keys) {

    static BagPlan of(BagRequest request) throws Failure {
        Ledger ledger = request.ledger();
        SortedMap<Long, Entry> told = ledger.database().read(tx -> told(tx, request));
        if (told.isEmpty()) throw new Failure(LedgerProblem.NOTHING_TO_SHOW);
        Checkpoint main = covering(ledger, told.lastKey());
        return ledger.database()
                .write(tx -> {
                    // First, so that a bag written at the same moment proves that it grew out of
                    // this one.
                    CheckpointTable.hand(tx, main);
                    return complete(tx, request, main);
                });
    }

    private static SortedMap<Long, Entry> told(Transaction tx, BagRequest request)
            throws SQLException {
        SortedMap<Long, Entry> rows = new TreeMap<>();
        for (ShipmentId shipment : request.shipments())
            add(rows, LedgerTable.ofShipment(tx, shipment.value()));
        for (ClaimId claim : request.claims()) add(rows, LedgerTable.ofClaim(tx, claim.value()));
        return rows;
    }

    /** The newest stamped checkpoint where it covers all, else the newest one. */
    private static Checkpoint covering(Ledger ledger, long lastRow) throws Failure {
        Optional<Checkpoint> stamped =
                ledger.database()
                        .read(tx -> {
                            Optional<Stamp> stamp = StampTable.newest(tx);
                            return stamp.isEmpty()
                                    ? Optional.<Checkpoint>empty()
                                    : CheckpointTable.ofSize(tx, stamp.get().size());
                        });
        if (stamped.isPresent() && stamped.get().size() > lastRow) return stamped.get();
        Checkpoint newest = ledger.checkpoint();
        return newest.size() > lastRow ? newest : ledger.checkpointAnew();
    }

    private static BagPlan complete(Transaction tx, BagRequest request, Checkpoint main)
            throws SQLException {
        // Asked again: rows may have come while the checkpoint was signed.
        SortedMap<Long, Entry> told = told(tx, request).headMap(main.size());
        SortedMap<Long, Entry> rows = new TreeMap<>(told);
        List<Entry> keys = LedgerTable.keys(tx);
        add(rows, keys.stream().filter(key -> key.seq() < main.size()).toList());
        SortedMap<Long, Stamp> stamps = new TreeMap<>();
        for (Entry entry : told.values()) {
            if (entry.kind() == EntryKind.START)
                LedgerTable.lastArmBefore(tx, entry.seq())
                        .ifPresent(arm -> rows.put(arm.seq(), arm));
            StampTable.before(tx, entry.seq()).ifPresent(stamp -> stamps.put(stamp.size(), stamp));
            StampTable.covering(tx, entry.seq())
                    .ifPresent(stamp -> stamps.put(stamp.size(), stamp));
        }
        SortedMap<Long, Checkpoint> others = new TreeMap<>();
        // What a camera saw of a checkpoint is worth the stamp on which that checkpoint rests.
        for (Entry entry : told.values()) {
            if (!PixelCheck.isAbout(entry)) continue;
            long size = Take.number(entry, "checkpoint_size");
            CheckpointTable.ofSize(tx, size).ifPresent(seen -> others.put(seen.size(), seen));
            StampTable.before(tx, size).ifPresent(stamp -> stamps.put(stamp.size(), stamp));
        }
        for (Stamp stamp : stamps.values()) {
            CheckpointTable.ofSize(tx, stamp.size())
                    .ifPresent(checkpoint -> others.put(checkpoint.size(), checkpoint));
        }
        for (Checkpoint handed : CheckpointTable.handed(tx)) others.put(handed.size(), handed);
        others.put(main.size(), main);
        for (long size : others.keySet())
            for (Stamp stamp : StampTable.ofSize(tx, size)) stamps.putIfAbsent(size, stamp);
        others.remove(main.size());
        for (Stamp stamp : stamps.values())
            if (stamp.seq() < main.size())
                LedgerTable.at(tx, stamp.seq()).ifPresent(row -> rows.put(row.seq(), row));
        List<Salted> salts = new ArrayList<>();
        for (long seq : rows.keySet()) salts.addAll(LedgerTable.salts(tx, seq));
        return new BagPlan(rows, List.copyOf(salts), main, others, stamps, keys);
    }

    private static void add(SortedMap<Long, Entry> rows, List<Entry> more) {
        for (Entry entry : more) rows.put(entry.seq(), entry);
    }
}
