package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.ledger.Checkpoint;
import packwitness.scan.BadgeCode;
import packwitness.shop.SheetOfDay;
import packwitness.shop.Shop;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Optional<Checkpoint> newest = newest();
        Path file = Objects.requireNonNull(out);
        SheetOfDay.write(newest, badges, desk.clock(), file);
        if (common.json) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("file", file.toString());
            map.put("badges", badges.size());
            map.put("checkpoint", newest.map(Checkpoint::code).orElse(null));
            desk.json(map);
        } else say("cli.sheet.done", file, badges.size());
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
