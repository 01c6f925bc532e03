package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.sheet.ControlSheet;
import packwitness.dossier.sheet.SheetWriter;
import packwitness.ledger.Checkpoint;
import packwitness.scan.BadgeCode;
import packwitness.shop.Shop;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the control codes and badges, with the newest checkpoint where there is one. */
@Command(name = "sheet", description = "打印控制码和工牌 / the sheet of control codes and badges")
final class SheetCommand extends Action {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "PDF")
    @Nullable Path out;

    @Option(
            names = "--badges",
            split = "[,，、]",
            paramLabel = "NAME",
            description = "打包员，逗号分隔 / packers, parted by commas")
    List<String> badges = List.of();

    SheetCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        for (String name : badges)
            if (!BadgeCode.isPossible(name))
                throw new Failure(CliProblem.BAD_VALUE, name, "--badges 1-16");
        ZoneId zone = desk.clock().getZone();
        Optional<Checkpoint> newest = newest();
        ControlSheet sheet =
                new ControlSheet(
                        badges,
                        newest.map(c -> new ControlSheet.Mark(c.code(), c.at().atZone(zone))),
                        ZonedDateTime.now(desk.clock()));
        Path file = java.util.Objects.requireNonNull(out);
        SheetWriter.write(sheet, file);
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", file.toString());
            map.put("badges", sheet.badges().size());
            map.put("checkpoint", newest.map(Checkpoint::code).orElse(null));
            desk.json(map);
        } else say("cli.sheet.done", file, sheet.badges().size());
        return ExitCode.DONE;
    }

    private Optional<Checkpoint> newest() throws Failure {
        Path vault = desk.vault(common);
        if (!Vault.isVault(vault)) return Optional.empty();
        try (Shop shop = desk.openExisting(common)) {
            return shop.ledger().newest();
        }
    }
}
