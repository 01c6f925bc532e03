package packwitness.dossier.print;

import org.openpdf.text.Image;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.Times;

import java.util.List;
import java.util.stream.IntStream;

/** The recordings with their facts, and the contact sheet of key frames. */
final class FilmPart {
    private static final int COLUMNS = 2;
    private static final int MOST_BRIEF = 9;

    private FilmPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        for (Footage footage : dossier.filming().footage()) {
            sheet.exhibitChapter(footage.exhibit(), footage.name());
            sheet.grid(table(sheet.ink(), footage, words));
        }
        List<Still> stills = dossier.filming().stills();
        if (stills.isEmpty()) return;
        for (String sentence : words.list("stills", "all")) sheet.body(sentence);
        sheet.add(contactSheet(sheet, stills, words, COLUMNS));
    }

    private static Grid table(Ink ink, Footage footage, Wording words) {
        String none = words.label("none");
        return Grid.open(ink, 88, 390)
                .pair(words.label("footage.file"), ink.phrase(footage.file(), Style.CELL.broken()))
                .pair(words.label("footage.bytes"), "%,d".formatted(footage.bytes()))
                .pair(words.label("footage.sha"), ink.phrase(footage.sha256().hex(), Style.CODE))
                .pair(
                        words.label("footage.time"),
                        words.label(
                                "run",
                                "first",
                                Times.fine(footage.begunAt()),
                                "last",
                                Times.fine(footage.endedAt())))
                .pair(words.label("footage.length"), Times.length(footage.length()))
                .pair(words.label("footage.picture"), footage.picture())
                .pair(words.label("footage.place"), footage.place())
                .pair(words.label("footage.operator"), footage.operator())
                .pair(
                        words.label("footage.frames"),
                        words.label(
                                "footage.framesText",
                                "received",
                                footage.received(),
                                "dropped",
                                footage.dropped(),
                                "recorded",
                                footage.recorded(),
                                "preRoll",
                                footage.preRoll()))
                .pair(words.label("footage.bracket"), bracket(footage.bracket(), words))
                .pair(
                        words.label("footage.gaps"),
                        footage.gaps().isEmpty() ? none : String.join("\n", footage.gaps()))
                .pair(words.label("footage.check"), String.join("\n", footage.selfCheck()));
    }

    private static String bracket(TimeBracket bracket, Wording words) {
        boolean from = bracket.notBefore().isPresent();
        boolean to = bracket.notAfter().isPresent();
        String key = from && to ? "both" : from ? "after" : to ? "before" : "none";
        return words.label(
                "footage.bracket." + key,
                "notBefore",
                bracket.notBefore().map(Times::stamp).orElse(""),
                "notAfter",
                bracket.notAfter().map(Times::stamp).orElse(""),
                "authority",
                words.label("authority." + bracket.authority()));
    }

    /** Sets at most nine stills, evenly chosen, three beside each other. */
    static void brief(Sheet sheet, Dossier dossier, Wording words) {
        sheet.body(words.say("stills.1"));
        sheet.add(contactSheet(sheet, chosen(dossier), words, 3));
    }

    /** Returns the stills that a short paper shows. */
    static List<Still> chosen(Dossier dossier) {
        List<Still> stills = dossier.filming().stills();
        int shown = Math.min(MOST_BRIEF, stills.size());
        return IntStream.range(0, shown)
                .mapToObj(i -> stills.get((int) ((long) i * stills.size() / shown)))
                .toList();
    }

    private static PdfPTable contactSheet(
            Sheet sheet, List<Still> stills, Wording words, int columns) {
        PdfPTable table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.getDefaultCell().setBorder(0);
        float width = Sheet.WIDTH / columns - 10;
        for (Still still : stills) {
            Image image = sheet.picture(still.picture(), width, 150);
            Phrase mark = sheet.anchored(still.exhibit(), Style.SMALL);
            mark.add(sheet.ink().chunk("　" + still.shows(), Style.SMALL));
            PdfPCell cell =
                    Grid.stack(
                            image,
                            mark,
                            sheet.ink()
                                    .phrase(
                                            words.label(
                                                            "still.frame",
                                                            "index",
                                                            still.index(),
                                                            "at",
                                                            Times.length(still.at()))
                                                    + "　"
                                                    + words.label(
                                                            "still.clock",
                                                            "clock",
                                                            Times.fine(still.takenAt())),
                                            Style.QUIET.sized(7.2f)),
                            sheet.ink()
                                    .phrase(
                                            words.label(
                                                    "still.pixels",
                                                    "hash",
                                                    still.pixels().brief() + "…"),
                                            Style.QUIET.sized(7.2f)));
            cell.setPaddingBottom(8);
            table.addCell(cell);
        }
        table.completeRow();
        return table;
    }
}
