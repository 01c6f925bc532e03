package packwitness.dossier.print;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.CitedProvision;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.DueDate;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.LossLine;
import packwitness.value.Fen;

import java.util.Comparator;
import java.util.List;

/** What the conduct may constitute, the provisions by version with their limits, and the days. */
final class LawPart {
    private static final int MOST_BRIEF = 5;

    /** The two lines that sum a table of losses up, in points. */
    private static final float SUMS = 44;

    private static final Style CITED = Style.STRONG.sized(10);

    private LawPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        LegalView law = dossier.law();
        sheet.small(words.label("law.checked") + "　" + words.label("law.disclaimer"));
        if (!law.tier().isEmpty()) {
            sheet.chapter(words.label("law.tier"));
            sheet.barred(sheet.ink().phrase(law.tier(), Style.STRONG));
        }
        sentences(sheet, words.label("law.reasons"), law.reasons());
        sentences(sheet, words.label("law.alternatives"), law.alternatives());
        // The report to the police has both tables at its heart.
        if (dossier.cover().addressee() != Addressee.POLICE) {
            losses(sheet, law, words);
            dueDates(sheet, law, words);
        }
        citations(sheet, law, words);
    }

    /** Names the rules that bind this reader, what for, and with which limits; no text of law. */
    static void brief(Sheet sheet, Dossier dossier, Wording words) {
        LegalView law = dossier.law();
        sheet.small(words.label("law.checked") + "　" + words.label("law.disclaimer"));
        if (!law.tier().isEmpty())
            sheet.body(words.named("law.tier", law.tier()) + words.label("stop"));
        if (law.citations().isEmpty()) return;
        Grid grid =
                Grid.open(sheet.ink(), 168, 160, 150)
                        .head(
                                words.label("law.citations"),
                                words.label("law.why"),
                                words.label("law.limits"));
        for (CitedProvision cited : foremost(law))
            grid.row(
                    cited.quotedText().isEmpty()
                            ? words.label("law.pending", "name", cited.instrument())
                            : cited.instrument() + cited.article(),
                    cited.proposition(),
                    cited.limits().isEmpty() ? words.label("none") : cited.limits());
        sheet.grid(grid);
    }

    /** Returns the provisions that the reasons name, then others; the annex has them all. */
    private static List<CitedProvision> foremost(LegalView law) {
        return law.citations().stream()
                .sorted(Comparator.comparing(cited -> !named(law, cited)))
                .limit(MOST_BRIEF)
                .toList();
    }

    private static boolean named(LegalView law, CitedProvision cited) {
        String title = cited.instrument().substring(0, cited.instrument().indexOf('》') + 1);
        String article = cited.article().substring(0, cited.article().indexOf('条') + 1);
        return law.reasons().stream().anyMatch(reason -> reason.contains(title + article));
    }

    private static void sentences(Sheet sheet, String title, List<String> sentences) {
        if (sentences.isEmpty()) return;
        sheet.chapter(title);
        sheet.numbered(sentences);
    }

    private static void citations(Sheet sheet, LegalView law, Wording words) {
        if (law.citations().isEmpty()) return;
        sheet.chapter(words.label("law.citations"));
        Ink ink = sheet.ink();
        int number = 1;
        for (CitedProvision cited : law.citations()) {
            String text =
                    cited.quotedText().isEmpty()
                            ? "【" + words.label("law.unverified") + "】"
                            : cited.quotedText();
            String limits = cited.limits().isEmpty() ? words.label("law.nolimits") : cited.limits();
            Grid grid =
                    Grid.open(ink, 62, 416)
                            .pair(words.label("law.why"), cited.proposition())
                            .pair(words.label("law.limits"), limits)
                            .pair(words.label("law.gloss"), cited.gloss())
                            .pair(words.label("law.text"), text)
                            .pair(
                                    words.label("law.version.name"),
                                    words.label(
                                            "law.version",
                                            "day",
                                            words.times().day(cited.inForceFrom()),
                                            "act",
                                            words.times().day(cited.actDay())));
            String name = number++ + ". " + cited.instrument() + cited.article();
            int lines = 1 + (int) (ink.width(name, CITED) / Sheet.WIDTH);
            sheet.together(grid, 12 + 16 * lines);
            sheet.need(120);
            sheet.line(name, CITED, 0, 5, 0);
            sheet.grid(grid);
        }
    }

    static void dueDates(Sheet sheet, LegalView law, Wording words) {
        if (law.dueDates().isEmpty()) return;
        Grid grid =
                Grid.open(sheet.ink(), 96, 92, 160, 130)
                        .head(
                                words.label("law.due.name"),
                                words.label("law.due.day"),
                                words.label("law.due.basis"),
                                words.label("law.due.reading"));
        for (DueDate due : law.dueDates())
            grid.row(
                    due.name(),
                    words.times().due(due),
                    due.basis(),
                    due.reading().isEmpty() ? words.label("empty") : due.reading());
        sheet.chapter(words.label("law.due"), grid);
    }

    static void losses(Sheet sheet, LegalView law, Wording words) {
        if (law.losses().isEmpty()) return;
        Grid grid =
                Grid.open(sheet.ink(), 80, 72, 104, 56, 50, 116)
                        .head(
                                words.label("law.losses.day"),
                                words.label("law.losses.platform"),
                                words.label("law.losses.order"),
                                words.label("law.losses.amount"),
                                words.label("law.losses.outcome"),
                                words.label("law.losses.link"));
        Fen obtained = Fen.ZERO;
        Fen all = Fen.ZERO;
        for (LossLine loss : law.losses()) {
            grid.row(
                    words.times().day(loss.day()),
                    loss.platform(),
                    loss.orderNo(),
                    loss.amount().yuan(),
                    loss.outcome(),
                    loss.link());
            all = all.plus(loss.amount());
            if (loss.counted()) obtained = obtained.plus(loss.amount());
        }
        sheet.chapter(words.label("law.losses"), grid, SUMS);
        sheet.body(words.label("law.losses.sum", "obtained", obtained.yuan(), "all", all.yuan()));
        boolean allCounted = law.counted().equals(obtained);
        sheet.body(
                words.label(
                        allCounted ? "law.losses.counted" : "law.losses.counted.less",
                        "counted",
                        law.counted().yuan()));
    }
}
