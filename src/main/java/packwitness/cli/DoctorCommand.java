package packwitness.cli;

import packwitness.capture.CameraMode;
import packwitness.capture.CameraSearch;
import packwitness.capture.Cameras;
import packwitness.capture.FoundCamera;
import packwitness.capture.ModeChoice;
import packwitness.ledger.StampState;
import packwitness.scan.ScanRules;
import packwitness.shop.Shop;
import packwitness.storage.Vault;
import packwitness.text.Explanation;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks this machine and the vault; prints no personal data, so that it can be sent to support.
 */
@Command(name = "doctor", description = "自检 / self-check")
final class DoctorCommand extends Action {
    @Option(
            names = "--second-driver",
            description = "也用备用驱动查找摄像头 / look for cameras through webcam-capture too")
    boolean secondDriver;

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
        CameraSearch search = cameras();
        if (common.json) {
            found.put("cameras", search.cameras().stream().map(DoctorCommand::json).toList());
            found.put("camera_troubles", search.troubles().stream().map(this::json).toList());
            desk.json(found);
        } else {
            found.forEach((name, value) -> desk.out().println(name + ": " + value));
            table(search);
        }
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

    private CameraSearch cameras() {
        CameraSearch first = Cameras.list();
        if (!secondDriver) return first;
        CameraSearch second = Cameras.listBySecondDriver();
        return new CameraSearch(
                Stream.concat(first.cameras().stream(), second.cameras().stream()).toList(),
                Stream.concat(first.troubles().stream(), second.troubles().stream()).toList());
    }

    private static Map<String, Object> json(FoundCamera camera) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("uri", camera.uri());
        facts.put("name", camera.name());
        facts.put("driver", camera.driver());
        facts.put("stable_id", camera.stableId());
        facts.put("modes", camera.modes().stream().map(DoctorCommand::json).toList());
        facts.put("chosen", camera.chosen().mode().map(DoctorCommand::json).orElse(null));
        facts.put("why", camera.chosen().why().stream().map(Enum::name).toList());
        return facts;
    }

    private static Map<String, Object> json(CameraMode mode) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("codec", mode.codec());
        facts.put("width", mode.width());
        facts.put("height", mode.height());
        facts.put("frames_per_second", mode.framesPerSecond());
        return facts;
    }

    private Map<String, Object> json(Failure trouble) {
        Explanation words = messages().explain(trouble);
        return Map.of(
                "key",
                trouble.problem().key(),
                "what",
                words.what(),
                "safe",
                words.safe(),
                "todo",
                words.todo());
    }

    private void table(CameraSearch search) {
        say("cli.doctor.cameras", search.cameras().size());
        search.cameras().forEach(this::row);
        for (Failure trouble : search.troubles()) {
            Explanation words = messages().explain(trouble);
            desk.out().println("! " + words.what());
            detail("cli.safe", words.safe());
            detail("cli.todo", words.todo(), words.code());
        }
        if (!search.cameras().isEmpty()) return;
        say("cli.doctor.none");
        detail("cli.doctor.none.cable");
        if (!secondDriver) detail("cli.doctor.none.second");
        detail("cli.doctor.none.network");
        detail("cli.doctor.none.demo");
    }

    private void row(FoundCamera camera) {
        say("cli.doctor.camera", camera.name(), camera.driver());
        detail("cli.doctor.camera.uri", camera.uri());
        if (camera.stableId().isEmpty()) detail("cli.doctor.camera.unstable");
        else detail("cli.doctor.camera.stable");
        String offers =
                camera.modes().stream().map(CameraMode::toString).collect(Collectors.joining(", "));
        if (offers.isEmpty()) detail("cli.doctor.camera.offers.none");
        else detail("cli.doctor.camera.offers", offers);
        Optional<CameraMode> mode = camera.chosen().mode();
        if (mode.isEmpty()) detail("cli.doctor.camera.chosen.none");
        else detail("cli.doctor.camera.chosen", mode.get());
        for (ModeChoice.Reason reason : camera.chosen().why())
            desk.out().println("    - " + messages().say("cli.doctor.why." + reason.name()));
        boolean poor = mode.isEmpty() || !mode.get().compressed();
        if (poor && !camera.uri().startsWith("webcam:"))
            detail("cli.doctor.camera.second", "webcam:" + camera.name());
    }

    private void vault(Path vault, Map<String, Object> found) throws Failure {
        try (Shop shop = Shop.openExisting(vault, desk.settings(), desk.clock())) {
            found.put("free_megabytes", Files.getFileStore(vault).getUsableSpace() >> 20);
            found.put("scan_rules", rules(vault));
            found.put("ledger_rows", shop.ledger().size());
            found.put("recovered_takes", shop.recovered().size());
            found.put("owner_passphrase", shop.roles().passphrase().isSet());
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
