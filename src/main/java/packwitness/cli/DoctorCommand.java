package packwitness.cli;

import packwitness.ledger.StampState;
import packwitness.scan.ScanRules;
import packwitness.shop.Shop;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import picocli.CommandLine.Command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Checks this machine and the vault; prints no personal data, so that it can be sent to support.
 */
@Command(name = "doctor", description = "自检 / self-check")
final class DoctorCommand extends Action {
    DoctorCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("program", desk.settings().program());
        found.put("java", System.getProperty("java.runtime.version"));
        found.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        found.put("cores", Runtime.getRuntime().availableProcessors());
        found.put("zone", desk.clock().getZone().getId());
        Path vault = desk.vault(common);
        found.put("vault_exists", Vault.isVault(vault));
        if (Vault.isVault(vault)) vault(vault, found);
        if (common.json) desk.json(found);
        else found.forEach((name, value) -> desk.out().println(name + ": " + value));
        return ExitCode.DONE;
    }

    /** Says which rules tell waybills apart, and what is wrong with the shop's own. */
    private String rules(Path vault) {
        try {
            return ScanRules.of(vault) == ScanRules.shipped() ? "shipped" : "shipped and own";
        } catch (Failure failure) {
            desk.explain(common, failure);
            return failure.problem().key();
        }
    }

    private void vault(Path vault, Map<String, Object> found) throws Failure {
        try (Shop shop = Shop.openExisting(vault, desk.settings(), desk.clock())) {
            found.put("free_megabytes", Files.getFileStore(vault).getUsableSpace() >> 20);
            found.put("scan_rules", rules(vault));
            found.put("ledger_rows", shop.ledger().size());
            found.put("recovered_takes", shop.recovered().size());
            StampState stamps = shop.stamps().state();
            found.put("rows_without_stamp", stamps.pendingRows());
            found.put("stamp_lag_seconds", stamps.lag().toSeconds());
            found.put("last_stamp", stamps.lastStamp().map(Object::toString).orElse(null));
            found.put("last_stamp_trouble", stamps.lastTrouble().orElse(null));
        } catch (IOException e) {
            throw new Failure(CliProblem.FILE_UNREADABLE, e, vault);
        }
    }
}
