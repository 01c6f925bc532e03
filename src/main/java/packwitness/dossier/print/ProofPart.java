package packwitness.dossier.print;

import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import packwitness.dossier.paper.CheckLine;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Outcome;
import packwitness.dossier.paper.VerifyStep;

import java.util.ArrayList;
import java.util.List;

/** The checks with what each proves and does not, and how a stranger repeats them. */
final class ProofPart {
    private ProofPart() {}

    static void checks(Sheet sheet, Dossier dossier, Wording words) {
        sheet.body(words.label("checks.intro"));
        Grid grid =
                Grid.open(sheet.ink(), 30, 118, 54, 138, 138)
                        .head(
                                words.label("checks.id"),
                                words.label("checks.name"),
                                words.label("checks.outcome"),
                                words.label("checks.proves"),
                                words.label("checks.not"));
        for (CheckLine check : dossier.proof().checks())
            grid.row(
                            check.id(),
                            check.name(),
                            words.label("outcome." + check.outcome()),
                            check.proves(),
                            check.doesNotProve())
                    .under(check.detail());
        if (!dossier.proof().checks().isEmpty()) sheet.grid(grid);
        sheet.chapter(words.label("checks.limits"));
        List<String> limits = new ArrayList<>();
        for (int i = 1; words.has("limits." + i); i++) limits.add(words.label("limits." + i));
        sheet.numbered(limits);
    }

    /** Sums the checks up in one line for each outcome. */
    static void brief(Sheet sheet, Dossier dossier, Wording words) {
        Grid grid = Grid.open(sheet.ink(), 74, 404);
        for (Outcome outcome : Outcome.values()) {
            List<String> named =
                    dossier.proof().checks().stream()
                            .filter(check -> check.outcome() == outcome)
                            .map(check -> check.id() + " " + check.name())
                            .toList();
            grid.pair(words.label("outcome." + outcome), String.join(words.label("and"), named));
        }
        sheet.grid(grid);
        sheet.body(words.label("brief.checks"));
    }

    static void verify(Sheet sheet, Dossier dossier, Wording words) {
        sheet.body(words.label("verify.intro"));
        int number = 1;
        for (VerifyStep step : dossier.proof().steps()) {
            sheet.need(76);
            sheet.line(number++ + ". " + step.purpose(), Style.STRONG.sized(9.6f), 0, 5, 0);
            PdfPTable table = new PdfPTable(1);
            table.setWidthPercentage(100);
            table.setSpacingBefore(4);
            table.setSpacingAfter(1);
            PdfPCell cell = new PdfPCell(sheet.ink().phrase(step.command(), Style.CODE));
            cell.setBorderWidth(0.5f);
            cell.setBorderColor(Style.RULE);
            cell.setBackgroundColor(Style.SHADE);
            cell.setPadding(5);
            cell.setPaddingBottom(7);
            cell.setLeading(0, 1.4f);
            table.addCell(cell);
            sheet.add(table);
            sheet.small(words.named("verify.expected", step.expected()));
        }
        sheet.body(words.label("verify.pdf"));
    }
}
