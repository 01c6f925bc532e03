package packwitness.cli;

import packwitness.ledger.Check;
import packwitness.ledger.Report;
import packwitness.ledger.TrustList;
import packwitness.ledger.Verifier;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        Report report = new Verifier(trust(), (pdf, bags) -> List.of()).verify(all);
        Lang lang = messages().lang();
        if (common.json) desk.json(report.toMap(lang));
        else print(report, lang);
        return switch (report.outcome()) {
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

    private void print(Report report, Lang lang) {
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
        say("cli.verify.whole", messages().say("cli.verify." + report.outcome()));
    }
}
