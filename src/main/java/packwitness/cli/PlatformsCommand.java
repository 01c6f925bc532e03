package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.platform.PlatformRule;
import packwitness.platform.PlatformRules;
import packwitness.shop.Shop;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows what platforms take in, and lets the owner change it by a file. */
@Command(name = "platforms", description = "平台规则：查看、导出、导入 / platform rules: show, export, import")
final class PlatformsCommand extends Action {
    @Option(names = "--export", paramLabel = "FILE")
    @Nullable Path export;

    @Option(names = "--import", paramLabel = "FILE")
    @Nullable Path taken;

    PlatformsCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.open(common)) {
            Path mine = taken;
            PlatformRules rules =
                    mine == null ? shop.platformRules() : shop.takePlatformRules(mine);
            Path file = export;
            if (file != null) rules.write(file.toAbsolutePath());
            LocalDate today = LocalDate.ofInstant(desk.clock().instant(), desk.clock().getZone());
            if (common.json)
                desk.json(rules.all().stream().map(rule -> view(rule, today)).toList());
            else for (PlatformRule rule : rules.all()) show(rule, today);
            return ExitCode.DONE;
        }
    }

    private void show(PlatformRule rule, LocalDate today) {
        Lang lang = desk.lang(common);
        say("cli.platform", rule.id(), rule.platform().in(lang), rule.channel().in(lang));
        detail(
                "cli.platform.limits",
                rule.images().most(),
                rule.images().bytes(),
                rule.text().most());
        rule.deadline()
                .ifPresent(until ->
                        detail("cli.platform.deadline", until.hours(), until.from().in(lang)));
        detail("cli.platform.source", rule.source(), rule.checkedOn(), rule.checkedBy());
        if (!rule.known()) detail("cli.pack.unknown", rule.id());
        else if (rule.stale(today)) detail("cli.pack.stale", rule.checkedOn());
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
        map.put("deadline_hours", rule.deadline().map(PlatformRule.Deadline::hours).orElse(null));
        map.put("known", rule.known());
        map.put("source", rule.source());
        map.put("checked_on", rule.checkedOn().toString());
        map.put("checked_by", rule.checkedBy());
        map.put("stale", rule.stale(today));
        return map;
    }
}
