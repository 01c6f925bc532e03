package packwitness.cli;

import packwitness.ledger.Check;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.shop.Handed;
import packwitness.shop.HandedOver;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks files, vaults, bags and papers, several together against each other. */
@Command(name = "verify", description = "核验 / verify files, vaults, bags, dossiers")
final class VerifyCommand extends Action {
    @Parameters(arity = "0..*", paramLabel = "PATH")
    List<Path> paths = List.of();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "另行信任的时间戳根证书 / roots of further authorities you trust")
    List<Path> trusted = List.of();

    VerifyCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        List<Path> all = new ArrayList<>(paths);
        if (common.vault != null || all.isEmpty()) all.add(desk.vault(common));
        for (Path path : all)
            if (!Files.exists(path)) throw new Failure(CliProblem.FILE_UNREADABLE, path);
        Handed handed = new HandedOver(trust()).check(all, new Cancellation(), share -> {});
        Lang lang = messages().lang();
        if (common.json) desk.json(view(handed, lang));
        else print(handed, lang);
        return switch (handed.outcome()) {
            case PASSED -> ExitCode.DONE;
            case FAILED -> ExitCode.FAULT;
            case UNDECIDED -> ExitCode.NOT_DONE;
        };
    }

    private TrustList trust() throws Failure {
        TrustList trust = TrustList.shipped();
        for (Path pem : trusted) {
            try {
                trust = trust.and(pem);
            } catch (IOException e) {
                throw new Failure(CliProblem.FILE_UNREADABLE, e, pem);
            }
        }
        return trust;
    }

    static Map<String, Object> view(Handed handed, Lang lang) {
        Map<String, Object> map = new LinkedHashMap<>(handed.report().toMap(lang));
        map.put("outcome", handed.outcome().name());
        map.put("notes", handed.notesToMaps());
        return map;
    }

    private void print(Handed handed, Lang lang) {
        Report report = handed.report();
        for (Handed.Note note : handed.notes())
            say(
                    "cli.verify.note",
                    messages().say("cli.verify." + note.kind().outcome()),
                    messages().say("shop.handed." + note.kind(), note.about(), note.said()));
        for (Check check : report.checks()) {
            say(
                    "cli.verify.check",
                    check.id(),
                    messages().say("cli.verify." + check.outcome()),
                    check.title(lang));
            for (String detail : check.details(lang)) desk.out().println("       " + detail);
            detail("cli.verify.proves", check.proves(lang));
            detail("cli.verify.not", check.doesNotProve(lang));
        }
        for (String limit : report.limits(lang)) desk.out().println(limit);
        say("cli.verify.whole", messages().say("cli.verify." + handed.outcome()));
    }
}
