package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.DossierMaker;
import packwitness.dossier.MadeDossier;
import packwitness.dossier.Making;
import packwitness.dossier.OpenDraft;
import packwitness.dossier.draft.Draft;
import packwitness.dossier.paper.Addressee;
import packwitness.ledger.Outcome;
import packwitness.shop.BagFile;
import packwitness.shop.Shop;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the paper and the bag of a claim, or shows its sentences before it is fixed. */
@Command(
        name = "dossier",
        description =
                "生成证据档案与证据包；--draft 看各段文字，edit、reset 改动文字"
                        + " / make the dossier and its bag; --draft shows the sentences, edit and"
                        + " reset change them")
final class DossierCommand extends Action {
    @Parameters(paramLabel = "CLAIM", arity = "0..1")
    @Nullable Long claim;

    @Option(names = "--for", paramLabel = DraftCommands.READERS)
    @Nullable String addressee;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "默认在资料库的 exports / default: exports of the vault")
    @Nullable Path out;

    @Option(
            names = "--english",
            description = "另附英文参考译本，以中文为准 / with a courtesy translation; the Chinese decides")
    boolean english;

    @Option(
            names = "--draft",
            description = "不生成文件，以 JSON 列出各段文字 / writes no file, prints the sentences as JSON")
    boolean draft;

    @Option(
            names = "--one-file",
            description = "证据包另存为一个文件 .pwbag / the bag as one file .pwbag besides")
    boolean oneFile;

    DossierCommand(Desk desk) {
        super(desk);
    }

    static CommandLine line(Desk desk) {
        return new CommandLine(new DossierCommand(desk))
                .addSubcommand("edit", new DraftCommands.Edit(desk))
                .addSubcommand("reset", new DraftCommands.Reset(desk))
                .addSubcommand("preview", new DraftCommands.Preview(desk));
    }

    @Override
    int run() throws Failure {
        Long number = claim;
        String named = addressee;
        if (number == null) throw missing("CLAIM");
        if (named == null) throw missing("--for");
        Addressee reader = DraftCommands.reader(named);
        ClaimId id = new ClaimId(number);
        DossierMaker.prepare();
        try (Shop shop = desk.openExisting(common)) {
            if (draft) return show(shop.dossiers().draft(id, reader));
            Path folder = out == null ? shop.vault().root().resolve("exports") : out;
            return make(shop, id, reader, folder.toAbsolutePath());
        }
    }

    private int show(OpenDraft open) throws Failure {
        Draft read = open.read();
        desk.json(DraftCommands.view(read, messages()));
        return ExitCode.DONE;
    }

    private int make(Shop shop, ClaimId id, Addressee reader, Path folder) throws Failure {
        MadeDossier made = shop.dossiers().make(id, reader, folder, english, Making.UNWATCHED);
        Optional<BagFile.Made> file = Optional.empty();
        if (oneFile) file = Optional.of(BagCommand.pack(made.bag().folder(), Optional.empty()));
        if (common.json) {
            Map<String, Object> map = view(made);
            file.ifPresent(one -> map.put("bag_file", BagCommand.view(one)));
            desk.json(map);
        } else {
            say("cli.dossier.pdf", made.pdf(), made.paper().pages());
            made.english().ifPresent(translation -> say("cli.dossier.english", translation));
            say("cli.dossier.bag", made.bag().folder(), made.bag().files());
            file.ifPresent(one -> say("cli.bag.done", one.file(), one.files(), one.bytes()));
        }
        return made.report().outcome() == Outcome.FAILED ? ExitCode.FAULT : ExitCode.DONE;
    }

    /** The sub-commands have an option and a parameter of these names of their own. */
    static Map<String, Object> view(MadeDossier made) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pdf", made.pdf().toString());
        map.put("pages", made.paper().pages());
        map.put("bytes", made.paper().bytes());
        map.put("sha256", made.paper().sha256().hex());
        made.english().ifPresent(file -> map.put("english", file.toString()));
        map.put("bag", made.bag().folder().toString());
        map.put("bag_files", made.bag().files());
        map.put("bag_rows", made.bag().rows());
        map.put("verdict", made.report().outcome().name());
        return map;
    }
}
