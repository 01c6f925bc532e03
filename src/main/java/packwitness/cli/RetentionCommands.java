package packwitness.cli;

import packwitness.keep.Candidate;
import packwitness.keep.Doer;
import packwitness.keep.Forecast;
import packwitness.keep.Kind;
import packwitness.keep.RetentionPlan;
import packwitness.keep.RetentionProgress;
import packwitness.keep.RetentionResult;
import packwitness.keep.RetentionRules;
import packwitness.shop.KeepWords;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The commands about what is kept and for how long. */
final class RetentionCommands {
    private RetentionCommands() {}

    @Command(
            name = "retention",
            mixinStandardHelpOptions = true,
            description = "保留期限 / how long things are kept: rules plan run",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}

    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("rules", new Rules(desk))
                .addSubcommand("plan", new Plan(desk))
                .addSubcommand("run", new Run(desk));
    }

    /** Who sits at this command line, for the ledger. */
    static Doer doer() {
        return new Doer("cli", System.getProperty("user.name", ""));
    }

    @Command(name = "rules", description = "查看或修改保留规则 / show or set the rules")
    static final class Rules extends Action {
        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "例如 video_days=90；0 表示不限 / 0 means no limit")
        Map<String, Long> set = Map.of();

        Rules(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                RetentionRules rules = shop.retention().rules();
                for (Map.Entry<String, Long> one : set.entrySet())
                    rules = rules.with(one.getKey(), one.getValue());
                if (!set.isEmpty()) shop.retention().rules(rules, doer());
                if (common.json) desk.json(rules.values());
                else
                    for (String line : new KeepWords(messages()).rules(rules))
                        desk.out().println(line);
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "plan", description = "先看会清理什么 / what would go, before anything goes")
    static final class Plan extends Action {
        @Option(names = "--files", description = "列出每个文件 / name every file")
        boolean files;

        Plan(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                RetentionPlan plan = shop.retention().plan();
                Forecast forecast = shop.retention().forecast();
                if (common.json) {
                    Map<String, Object> map = view(plan);
                    map.put("forecast", view(forecast));
                    if (files)
                        map.put(
                                "files",
                                plan.files().stream().map(RetentionCommands::file).toList());
                    desk.json(map);
                } else {
                    KeepWords words = new KeepWords(messages());
                    for (String line : words.forecast(forecast)) desk.out().println(line);
                    for (String line : words.plan(plan)) desk.out().println(line);
                    if (files)
                        for (Candidate file : plan.files())
                            desk.out().println("  " + file.file() + "  " + file.why());
                }
            }
            return ExitCode.DONE;
        }
    }

    @Command(name = "run", description = "按规则清理 / let go what the plan says")
    static final class Run extends Action {
        Run(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            try (Shop shop = desk.openExisting(common)) {
                RetentionPlan plan = shop.retention().plan();
                List<String> before = new KeepWords(messages()).plan(plan);
                if (!common.json) for (String line : before) desk.out().println(line);
                RetentionResult result =
                        shop.retention().run(plan, doer(), RetentionProgress.UNSEEN);
                if (common.json) desk.json(view(result));
                else
                    for (String line : new KeepWords(messages()).result(result))
                        desk.out().println(line);
                return result.notAsIndexed() + result.troubles() > 0
                        ? ExitCode.FAULT
                        : ExitCode.DONE;
            }
        }
    }

    private static Map<String, Object> file(Candidate file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", file.kind().name());
        map.put("file", file.file());
        map.put("bytes", file.bytes());
        map.put("sha256", file.sha256().hex());
        map.put("recorded_at", file.recordedAt().toString());
        map.put("why", file.why());
        return map;
    }

    private static Map<String, Object> view(RetentionPlan plan) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("videos", plan.count(Kind.VIDEO));
        map.put("key_frames", plan.count(Kind.KEY_FRAME));
        map.put("bytes", plan.bytes());
        map.put("due", plan.due().size());
        map.put("due_bytes", plan.freedNow());
        map.put("back", plan.back().size());
        map.put("rows", plan.rows().size());
        map.put("persons", plan.persons());
        map.put("held", plan.heldFiles());
        map.put("held_bytes", plan.heldBytes());
        map.put("more", plan.more());
        return map;
    }

    private static Map<String, Object> view(Forecast forecast) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("free_bytes", forecast.freeBytes());
        map.put("video_bytes", forecast.videoBytes());
        map.put("quarantine_bytes", forecast.quarantineBytes());
        map.put("held_bytes", forecast.heldBytes());
        map.put("bytes_a_day", forecast.bytesADay());
        map.put(
                "full_without_rules",
                forecast.fullWithoutRules().map(Object::toString).orElse(null));
        map.put("full_with_rules", forecast.fullWithRules().map(Object::toString).orElse(null));
        return map;
    }

    static Map<String, Object> view(RetentionResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("quarantined", result.quarantined());
        map.put("quarantined_bytes", result.quarantinedBytes());
        map.put("deleted", result.deleted());
        map.put("deleted_bytes", result.deletedBytes());
        map.put("brought_back", result.broughtBack());
        map.put("rows", result.rows());
        map.put("persons", result.persons());
        map.put("held", result.held());
        map.put("not_as_indexed", result.notAsIndexed());
        map.put("troubles", result.troubles());
        return map;
    }
}
