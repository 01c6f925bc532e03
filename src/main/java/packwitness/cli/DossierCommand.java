package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.MadeDossier;
import packwitness.dossier.paper.Addressee;
import packwitness.ledger.Outcome;
import packwitness.shop.Shop;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the paper and the bag of a claim. */
@Command(name = "dossier", description = "生成证据档案与证据包 / make the dossier and its bag")
final class DossierCommand extends Action {
    @Parameters(paramLabel = "CLAIM")
    long claim;

    @Option(
            names = "--for",
            required = true,
            paramLabel = "platform|regulator|police|court|ai-provider|buyer")
    String addressee = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "默认在资料库的 exports / default: exports of the vault")
    @Nullable Path out;

    DossierCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Addressee reader = reader();
        try (Shop shop = desk.openExisting(common)) {
            Path named = out;
            Path folder = named == null ? shop.vault().root().resolve("exports") : named;
            MadeDossier made =
                    shop.dossiers().make(new ClaimId(claim), reader, folder.toAbsolutePath());
            if (common.json) desk.json(view(made));
            else {
                say("cli.dossier.pdf", made.pdf(), made.paper().pages());
                say("cli.dossier.bag", made.bag().folder(), made.bag().files());
            }
            return made.report().outcome() == Outcome.FAILED ? ExitCode.FAULT : ExitCode.DONE;
        }
    }

    private Addressee reader() throws Failure {
        try {
            return Addressee.valueOf(addressee.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    CliProblem.BAD_VALUE,
                    e,
                    addressee,
                    "platform, regulator, police, court, ai-provider, buyer");
        }
    }

    static Map<String, Object> view(MadeDossier made) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pdf", made.pdf().toString());
        map.put("pages", made.paper().pages());
        map.put("bytes", made.paper().bytes());
        map.put("sha256", made.paper().sha256().hex());
        map.put("bag", made.bag().folder().toString());
        map.put("bag_files", made.bag().files());
        map.put("bag_rows", made.bag().rows());
        map.put("verdict", made.report().outcome().name());
        return map;
    }
}
