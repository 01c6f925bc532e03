package packwitness.ledger;

import packwitness.value.Sha256;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** C1, C3, C9 of a vault: its originals and received files. One thread. */
final class VaultFiles {
    private final SafeFiles files;
    private final String source;
    private final Findings findings;
    private final VaultLedger ledger;
    private final TakeCheck takeCheck;

    VaultFiles(SafeFiles files, String source, Findings findings, VaultLedger ledger) {
        this.files = files;
        this.source = source;
        this.findings = findings;
        this.ledger = ledger;
        this.takeCheck = new TakeCheck(findings);
    }

    /**
     * Checks the originals and what was received.
     *
     * @param only just this file, named as in the vault
     */
    void check(Optional<String> only) {
        boolean met = false;
        for (Take take : ledger.takes.values()) {
            String about = source + " take " + take.id;
            takeCheck.complete(about, take);
            takeCheck.sums(about, take);
            String name = take.file().orElse("");
            if (only.isPresent() && !only.get().equals(name)) continue;
            met |= take.end().isPresent();
            if (take.end().isEmpty()) open(about, take, name);
            else sealed(about, take, name);
        }
        for (Entry row : ledger.received)
            if (only.isEmpty() || only.equals(Optional.ofNullable(row.facts().get("file")))) {
                met = true;
                received(row);
            }
        if (only.isPresent() && !met) single(only.get());
        if (only.isEmpty()) foreign();
    }

    /** The other way round: no video lies in the vault that no row names. */
    private void foreign() {
        Set<String> named = new HashSet<>();
        for (Take take : ledger.takes.values()) take.file().ifPresent(named::add);
        for (Entry row : ledger.received) named.add(row.facts().getOrDefault("file", ""));
        for (String name : files.under("videos"))
            if (name.endsWith(".mp4") && !named.contains(name))
                findings.failed("C1", source + "/" + name, "file.foreign");
        for (String name : files.under("claims"))
            if (!name.endsWith(".tmp") && !named.contains(name))
                findings.undecided("C1", source + "/" + name, "file.unknown");
    }

    /** Recordings that the index lists and the ledger does not know. */
    void index(Connection connection) throws SQLException {
        try (PreparedStatement asked =
                        connection.prepareStatement(
                                "SELECT 1 FROM sqlite_schema WHERE name = 'take'");
                ResultSet row = asked.executeQuery()) {
            if (!row.next()) return;
        }
        try (PreparedStatement asked = connection.prepareStatement("SELECT id FROM take");
                ResultSet row = asked.executeQuery()) {
            while (row.next())
                if (!ledger.takes.containsKey(String.valueOf(row.getLong(1))))
                    findings.failed("C3", source + " take " + row.getLong(1), "take.noRows");
        }
    }

    /** A START without an end: still running, or dropped. */
    private void open(String about, Take take, String name) {
        Optional<Path> part =
                files.find(name + ".part")
                        .or(() -> files.find(name.replaceFirst("\\.mp4$", "") + ".part"))
                        .or(() -> files.find(name));
        if (part.isEmpty()) {
            findings.failed("C3", about, "take.noEnd");
        } else {
            findings.undecided("C3", about, "take.running");
            takeCheck.bytes(about, take, part.get());
        }
    }

    private void sealed(String about, Take take, String name) {
        Optional<Path> file = files.find(name);
        Optional<Sha256> promised = take.fileHash();
        Optional<Long> deleted = ledger.deletions.of(take.id, promised.map(Sha256::hex).orElse(""));
        if (file.isEmpty() && deleted.isPresent()) {
            findings.undecided("C1", about, "file.deleted", deleted.get());
        } else if (file.isEmpty() && ledger.erased.containsKey("take" + take.id)) {
            findings.undecided("C1", about, "file.erased");
        } else if (file.isEmpty()) {
            findings.failed("C1", about, "file.missing", name);
        } else if (promised.isEmpty()) {
            findings.failed("C1", about, "file.noHash");
        } else {
            same(about, file.get(), promised.get(), name);
            takeCheck.bytes(about, take, file.get());
        }
    }

    private void received(Entry row) {
        String about = source + " row " + row.seq();
        String name = row.facts().getOrDefault("file", "");
        String promised = row.facts().getOrDefault("sha256", "");
        Optional<Path> file = files.find(name);
        String parcel = "shipment" + row.facts().getOrDefault("shipment", "");
        if (!Sha256.isHex(promised)) findings.failed("C1", about, "file.noHash");
        else if (file.isPresent()) same(about, file.get(), new Sha256(promised), name);
        else if (ledger.erased.getOrDefault(parcel, -1L) > row.seq())
            findings.undecided("C1", about, "file.erased");
        else findings.failed("C1", about, "file.missing", name);
    }

    private void same(String about, Path file, Sha256 promised, String name) {
        try {
            if (findings.hash(file).equals(promised))
                findings.passed("C1", about, "file.whole", name);
            else findings.failed("C1", about, "file.changed", name);
        } catch (IOException e) {
            findings.undecided("C1", about, Report.UNREADABLE, e.getClass().getSimpleName());
        }
    }

    private void single(String name) {
        String about = source + "/" + name;
        Optional<Path> file = files.find(name);
        try {
            if (file.isEmpty()) findings.undecided("C1", about, Report.UNREADABLE, name);
            else if (ledger.hashes.contains(findings.hash(file.get()).hex()))
                findings.passed("C1", about, "roles.inLedger");
            else findings.undecided("C1", about, "file.unknown");
        } catch (IOException e) {
            findings.undecided("C1", about, Report.UNREADABLE, e.getClass().getSimpleName());
        }
    }
}
