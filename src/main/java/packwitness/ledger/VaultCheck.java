package packwitness.ledger;

import packwitness.storage.Vault;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All checks of one vault, on a connection that cannot write; used by one thread, once. */
final class VaultCheck {
    /** Small tables of the ledger that the program asks by their indexes. */
    private static final List<String> LOOKED_UP =
            List.of("ledger_checkpoint", "ledger_stamp", "ledger_salt");

    private final SafeFiles files;
    private final String source;
    private final Findings findings;
    private final Histories histories;
    private final VaultCheckpoints checkpoints;
    private final VaultLedger ledger;

    VaultCheck(Path root, String source, TrustList trust, Findings findings, Histories histories)
            throws IOException {
        this.files = new SafeFiles(root);
        this.source = source;
        this.findings = findings;
        this.histories = histories;
        this.checkpoints = new VaultCheckpoints(source, trust, findings, histories);
        this.ledger = new VaultLedger(source, findings);
    }

    /**
     * Checks the ledger and the files.
     *
     * @param bags what bags show of this ledger, to be compared
     * @param only hash just this file, named as in the vault
     */
    void check(List<Shown> bags, Optional<String> only) {
        try (Connection connection = VaultConnection.open(files.root().resolve(Vault.DATABASE))) {
            VaultConnection.brokenSchema(connection)
                    .ifPresent(broken ->
                            findings.undecided("C1", source, "unreadable.schema", broken));
            for (String table : LOOKED_UP)
                VaultConnection.brokenIndex(connection, table)
                        .ifPresent(broken ->
                                findings.undecided("C1", source, "unreadable.index", broken));
            checkpoints.read(connection);
            // Stamps are needed before the rows that they bracket; their rows are checked below.
            BracketCheck brackets = new BracketCheck(findings, source, checkpoints.soundStamps());
            ledger.read(connection, brackets);
            if (ledger.tree.size() == 0) return;
            brackets.finish();
            PixelCheck pixels =
                    new PixelCheck(
                            findings, source, checkpoints.notes(), checkpoints.soundStamps());
            ledger.sightings.forEach(pixels::see);
            checkpoints.rows(ledger.stampRows);
            checkpoints.signatures(ledger.keys, ledger.tree);
            ledger.salts(connection);
            histories.tree(source, ledger.keys.origin(), ledger.tree);
            VaultFiles vaultFiles = new VaultFiles(files, source, findings, ledger);
            vaultFiles.check(only);
            vaultFiles.index(connection);
            new VaultFrames(files, source, findings, ledger).check(connection, only);
            VaultShown shown = new VaultShown(findings, source);
            for (Shown bag : bags)
                if (bag.origin().equals(ledger.keys.origin())) shown.check(connection, bag);
        } catch (SQLException e) {
            findings.undecided("C1", source, Report.UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the hashes of files that the ledger knows. */
    Set<String> hashes() {
        return ledger.hashes;
    }
}
