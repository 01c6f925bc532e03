package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.platform.PlatformRule;
import packwitness.platform.RuleChange;
import packwitness.shop.Shop;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows what platforms take in, and lets the owner change it. */
@Command(
        name = "platforms",
        description = "平台规则：list set export import history reset / platform rules")
final class PlatformsCommand extends Action {
    @Option(names = "--export", paramLabel = "FILE")
    @Nullable Path export;

    @Option(names = "--import", paramLabel = "FILE")
    @Nullable Path taken;

    PlatformsCommand(Desk desk) {
        super(desk);
    }

    static CommandLine line(Desk desk) {
        return new CommandLine(new PlatformsCommand(desk))
                .addSubcommand("list", new PlatformsCommand(desk))
                .addSubcommand("set", new Set(desk))
                .addSubcommand("export", new Export(desk))
                .addSubcommand("import", new Import(desk))
                .addSubcommand("history", new History(desk))
                .addSubcommand("reset", new Reset(desk));
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.open(common)) {
            Path mine = taken;
            if (mine != null) shop.ownRules().take(mine, whoeverRuns());
            Path file = export;
            if (file != null) shop.platformRules().write(file.toAbsolutePath());
            show(this, shop.platformRules().all());
            return ExitCode.DONE;
        }
    }

    private static String whoeverRuns() {
        return System.getProperty("user.name", "");
    }

    @Command(
            name = "set",
            description =
                    "修改一条规则 / change a rule: platforms set jd images.most=6 deadline.hours=48")
    static final class Set extends Action {
        @Parameters(index = "0", paramLabel = "RULE")
        String rule = "";

        @Parameters(index = "1..*", arity = "1..*", paramLabel = "NAME=VALUE")
        Map<String, String> values = Map.of();

        @Option(names = "--by", paramLabel = "NAME", description = "核对人 / who checked")
        String by = whoeverRuns();

        Set(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.open(common)) {
                show(this, List.of(shop.ownRules().set(rule, values, by).named(rule)));
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "export", description = "写成可再导入的文件 / write a file that can be taken in again")
    static final class Export extends Action {
        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        Export(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.open(common)) {
                shop.platformRules().write(file.toAbsolutePath());
                show(this, shop.platformRules().all());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "import", description = "导入规则文件 / take in a file of rules")
    static final class Import extends Action {
        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--by", paramLabel = "NAME")
        String by = whoeverRuns();

        Import(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.open(common)) {
                show(this, shop.ownRules().take(file, by).all());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "history", description = "一条规则的全部修改 / every change of a rule")
    static final class History extends Action {
        @Parameters(paramLabel = "RULE")
        String rule = "";

        History(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.open(common)) {
                shop.platformRules().named(rule);
                List<RuleChange> changes = shop.ownRules().history(rule);
                if (common.json)
                    desk.json(changes.stream().map(change -> view(this, change)).toList());
                else
                    for (RuleChange change : changes)
                        say("cli.platform.change", change.at(), change.by(), change.id());
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "reset", description = "恢复随附的规则 / let the shipped rule hold again")
    static final class Reset extends Action {
        @Parameters(paramLabel = "RULE")
        String rule = "";

        @Option(names = "--by", paramLabel = "NAME")
        String by = whoeverRuns();

        Reset(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.open(common)) {
                show(this, shop.ownRules().reset(rule, by).all());
            }
            return ExitCode.DONE;
        }
    }

    private static LocalDate today(Action action) {
        return LocalDate.ofInstant(action.desk.clock().instant(), action.desk.clock().getZone());
    }

    private static void show(Action action, List<PlatformRule> rules) {
        LocalDate today = today(action);
        if (action.common.json)
            action.desk.json(rules.stream().map(rule -> view(rule, today)).toList());
        else for (PlatformRule rule : rules) show(action, rule, today);
    }

    private static void show(Action action, PlatformRule rule, LocalDate today) {
        Lang lang = action.desk.lang(action.common);
        action.say("cli.platform", rule.id(), rule.platform().in(lang), rule.channel().in(lang));
        action.detail(
                "cli.platform.limits",
                rule.images().most(),
                rule.images().bytes(),
                rule.text().most());
        rule.deadline()
                .ifPresent(until ->
                        action.detail(
                                "cli.platform.deadline", until.hours(), until.from().in(lang)));
        action.detail("cli.platform.source", rule.source(), rule.checkedOn(), rule.checkedBy());
        if (!rule.known()) action.detail("cli.pack.unknown", rule.id());
        else if (rule.stale(today)) action.detail("cli.pack.stale", rule.checkedOn());
    }

    private static Map<String, Object> view(Action action, RuleChange change) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", change.id());
        map.put("by", change.by());
        map.put("at", change.at().toString());
        map.put("says", change.rule().map(rule -> view(rule, today(action))).orElse(null));
        return map;
    }

    private static Map<String, Object> view(PlatformRule rule, LocalDate today) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.id());
        map.put("platform", rule.platform().zh());
        map.put("channel", rule.channel().zh());
        map.put("images", rule.images().most());
        map.put("image_bytes", rule.images().bytes());
        map.put("image_pixels", rule.images().pixels());
        map.put("document_bytes", rule.documentBytes().orElse(null));
        map.put("text", rule.text().most());
        map.put(
                "text_bytes",
                rule.text().bytes().isPresent() ? rule.text().bytes().getAsInt() : null);
        map.put("names", rule.names());
        map.put("deadline_hours", rule.deadline().map(PlatformRule.Deadline::hours).orElse(null));
        map.put("known", rule.known());
        map.put("source", rule.source());
        map.put("checked_on", rule.checkedOn().toString());
        map.put("checked_by", rule.checkedBy());
        map.put("stale", rule.stale(today));
        return map;
    }
}
