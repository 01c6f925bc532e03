package packwitness.ledger;

import packwitness.ledger.tree.MerkleTree;
import packwitness.value.Sha256;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** C2, C3 and the salts of C1: all rows of a vault, seen once, and what they say. One thread. */
final class VaultLedger {
    private static final int ROWS_A_STEP = 4096;

    final MerkleTree tree = new MerkleTree();
    final KeyHistory keys;
    final Map<String, Take> takes = new TreeMap<>();
    final Map<Long, Entry> stampRows = new TreeMap<>();

    /** Hashes of files that the rows name. */
    final Set<String> hashes = new HashSet<>();

    /** Rows that name a file of the vault and its hash. */
    final List<Entry> received = new ArrayList<>();

    /** Rows of checkpoint codes that a camera saw. */
    final List<Entry> sightings = new ArrayList<>();

    /** The last ERASE row of each take, of each parcel, and of each name of a parcel's values. */
    final Map<String, Long> erased = new HashMap<>();

    /** Files that retention took away, each by its row. */
    final Deletions deletions = new Deletions();

    private final String source;
    private final Findings findings;
    private final Map<Long, Map<String, String>> salted = new HashMap<>();
    private final Map<Long, String> parcelOf = new HashMap<>();
    private final ClockCheck clock;
    private final EnvironmentCheck environment;
    private byte[] previous = Sha256.ZERO.bytes();
    private Take last = new Take("");

    VaultLedger(String source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.keys = new KeyHistory(findings, source);
        this.clock = new ClockCheck(findings, source);
        this.environment = new EnvironmentCheck(findings, source);
    }

    void read(Connection connection, BracketCheck brackets) throws SQLException {
        long before = findings.failures();
        VaultRows.each(connection, row -> see(row, brackets));
        if (tree.size() == 0) findings.failed("C3", source, "row.none");
        else if (findings.failures() == before) {
            findings.passed("C2", source, "row.all", tree.size());
            findings.passed("C3", source, "row.linked", tree.size() - 1);
        }
        clock.finish();
    }

    private void see(VaultRows.Read row, BracketCheck brackets) {
        if (tree.size() % ROWS_A_STEP == 0) findings.step();
        // Made only where something is wrong: a million sentences are not free.
        if (row.seq() != tree.size())
            findings.failed("C3", about(row.seq()), "row.number", tree.size());
        if (!row.leafFits()) findings.failed("C2", about(row.seq()), "row.changed");
        tree.append(row.real());
        if (!row.columnsFit()) findings.failed("C2", about(row.seq()), "row.columns");
        if (row.piece().isPresent()) {
            PieceRow piece = row.piece().get();
            linked(row, piece.prev());
            take(piece.take()).see(piece.piece());
            clock.see(piece.seq(), piece.at());
            brackets.see(piece.seq(), EntryKind.SEGMENT, piece.at());
        } else if (row.entry().isPresent()) {
            Entry entry = row.entry().get();
            linked(row, entry.prev().bytes());
            see(entry);
            clock.see(entry.seq(), entry.at().toEpochMilli());
            brackets.see(entry.seq(), entry.kind(), entry.at().toEpochMilli());
        } else findings.failed("C2", about(row.seq()), "row.unreadable");
        previous = row.real();
    }

    private void linked(VaultRows.Read row, byte[] prev) {
        if (!Arrays.equals(prev, previous)) findings.failed("C3", about(row.seq()), "row.unlinked");
    }

    /** Returns the recording; pieces come in a row, so mostly it is that of the row before. */
    private Take take(String id) {
        if (!last.id.equals(id)) last = takes.computeIfAbsent(id, Take::new);
        return last;
    }

    private void see(Entry row) {
        switch (row.kind()) {
            case GENESIS, KEY -> {
                if ((row.seq() == 0) != (row.kind() == EntryKind.GENESIS))
                    findings.failed("C3", about(row.seq()), "row.genesis");
                keys.see(row);
            }
            case STAMP -> stampRows.put(row.seq(), row);
            case ARM, EVENT -> {
                environment.see(row);
                recording(row);
            }
            case ERASE -> {
                if (Deletions.isOfFile(row)) deletions.see(row);
                else values(row);
            }
            default -> recording(row);
        }
        if (PixelCheck.isAbout(row)) sightings.add(row);
        if (row.kind() != EntryKind.SEGMENT) files(row);
    }

    /** An ERASE row that names no file speaks of personal values: of some names, or of all. */
    private void values(Entry row) {
        for (String of : List.of("take", "shipment")) {
            String id = row.facts().get(of);
            String names = row.facts().getOrDefault("names", "");
            if (id != null && names.isEmpty()) erased.put(of + id, row.seq());
            else if (id != null)
                for (String name : names.split(" "))
                    erased.put(of + id + " " + name + Salted.SUFFIX, row.seq());
        }
    }

    private void recording(Entry row) {
        String take = row.facts().get("take");
        if (take != null && Take.isRecording(row.kind())) take(take).see(row);
    }

    private void files(Entry row) {
        Map<String, String> personal = new TreeMap<>();
        row.facts()
                .forEach((name, value) -> {
                    if (name.endsWith(Salted.SUFFIX)) personal.put(name, value);
                    else if (name.endsWith("sha256")) hashes.add(value);
                });
        if (!personal.isEmpty()) {
            salted.put(row.seq(), personal);
            parcelOf.put(row.seq(), parcel(row));
        }
        if (row.kind() == EntryKind.PICTURE
                && row.facts().containsKey("file")
                && row.facts().containsKey("sha256")) received.add(row);
    }

    private String parcel(Entry row) {
        String shipment = row.facts().get("shipment");
        if (shipment != null) return shipment;
        Take take = takes.get(row.facts().getOrDefault("take", ""));
        return take == null
                ? ""
                : take.start().map(start -> start.facts().getOrDefault("shipment", "")).orElse("");
    }

    /** Each personal value fits its row, and none is gone unless a row says it was erased. */
    void salts(Connection connection) throws SQLException {
        long before = findings.failures();
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT seq, name, salt, value FROM ledger_salt")) {
            while (row.next()) {
                Salted one =
                        new Salted(
                                row.getLong(1),
                                String.valueOf(row.getString(2)),
                                String.valueOf(row.getString(3)),
                                String.valueOf(row.getString(4)));
                count++;
                Map<String, String> said = salted.getOrDefault(one.seq(), Map.of());
                if (!one.hash().hex().equals(said.get(one.name() + Salted.SUFFIX)))
                    findings.failed("C1", about(one.seq()), "salt.other");
                else said.remove(one.name() + Salted.SUFFIX);
            }
        }
        salted.forEach((seq, left) -> {
            String parcel = "shipment" + parcelOf.get(seq);
            long gone = left.keySet().stream().filter(name -> !erased(parcel, name, seq)).count();
            if (gone > 0) findings.failed("C1", about(seq), "salt.gone", gone);
        });
        if (findings.failures() == before && count > 0)
            findings.passed("C1", source, "salt.fits", count);
    }

    private boolean erased(String parcel, String name, long seq) {
        return erased.getOrDefault(parcel, -1L) > seq
                || erased.getOrDefault(parcel + " " + name, -1L) > seq;
    }

    private String about(long seq) {
        return source + " row " + seq;
    }
}
