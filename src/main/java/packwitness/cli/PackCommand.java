package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;
import packwitness.shop.Shop;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the pictures and the statement that a platform's upload page takes in. */
@Command(
        name = "pack",
        description = "生成可上传的图片包和陈述 / pictures and statement for a platform's upload page")
final class PackCommand extends Action {
    @Parameters(paramLabel = "CLAIM")
    long claim;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "平台规则，默认按申请的平台 / platform rule; default: the claim's platform")
    @Nullable String rule;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out = Path.of("");

    PackCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            ClaimId id = new ClaimId(claim);
            PlatformRule chosen = rule(shop, id);
            ImagePack pack = shop.dossiers().pack(id, chosen, out.toAbsolutePath());
            LocalDate today = LocalDate.ofInstant(desk.clock().instant(), desk.clock().getZone());
            if (common.json) desk.json(view(chosen, pack, chosen.stale(today)));
            else {
                say("cli.pack.done", chosen.platform().in(desk.lang(common)), pack.shown());
                pack.files().forEach(file -> detail("cli.pack.file", file));
                if (pack.leftOut() > 0) detail("cli.pack.leftout", pack.leftOut());
                if (!chosen.known()) detail("cli.pack.unknown", chosen.id());
                else if (chosen.stale(today)) detail("cli.pack.stale", chosen.checkedOn());
            }
            return ExitCode.DONE;
        }
    }

    private PlatformRule rule(Shop shop, ClaimId id) throws Failure {
        String named = rule;
        if (named != null) return shop.platformRules().named(named);
        String platform = shop.claims().show(id).platform();
        var found = shop.platformRules().ofPlatform(platform);
        return found.isPresent() ? found.get() : shop.platformRules().named(platform);
    }

    private static Map<String, Object> view(PlatformRule rule, ImagePack pack, boolean stale) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.id());
        map.put("known", rule.known());
        map.put("stale", stale);
        map.put("files", pack.files().stream().map(Path::toString).toList());
        map.put("text", pack.text());
        map.put("shown", pack.shown());
        map.put("left_out", pack.leftOut());
        return map;
    }
}
