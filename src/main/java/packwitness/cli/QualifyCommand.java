package packwitness.cli;

import packwitness.law.ActFacts;
import packwitness.law.Citation;
import packwitness.law.Qualification;
import packwitness.law.Qualifier;
import packwitness.value.Failure;
import packwitness.value.Lang;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Says what the law makes of the facts in a file. */
@Command(name = "qualify", description = "按行为日的法律定性 / qualify facts by the law of the day")
final class QualifyCommand extends Action {
    @Parameters(paramLabel = "FACTS.yaml")
    Path file = Path.of("");

    QualifyCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        String yaml = new String(InspectCommand.read(file), StandardCharsets.UTF_8);
        Qualification found = Qualifier.shipped().qualify(ActFacts.fromYaml(yaml));
        if (common.json) desk.json(found.toJson());
        else print(found);
        return ExitCode.DONE;
    }

    private void print(Qualification found) {
        Lang lang = messages().lang();
        desk.out().println(found.tierMeaning().in(lang));
        found.explanation().forEach(reason -> desk.out().println("  · " + reason.text().in(lang)));
        for (Citation citation : found.mustCite())
            desk.out()
                    .println(
                            "  "
                                    + citation.provision().instrumentName().in(lang)
                                    + citation.provision().article()
                                    + "  "
                                    + citation.supports().in(lang));
        found.deadlines()
                .forEach(d -> desk.out().println("  " + d.date() + "  " + d.label().in(lang)));
        found.warnings().forEach(w -> desk.out().println("  ! " + w.text().in(lang)));
        found.disclaimers().forEach(d -> desk.out().println("  " + d.in(lang)));
    }
}
