package packwitness.dossier.print;

import org.openpdf.text.Phrase;

import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Exhibit;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.LedgerLine;
import packwitness.dossier.paper.StampLine;
import packwitness.dossier.paper.Still;
import packwitness.dossier.paper.Times;

import java.util.List;
import java.util.Optional;

/** Ledger rows, time stamps, other exhibits and every hash in full. */
final class AppendixPart {
    private AppendixPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        reasons(sheet, dossier.law().more(), words);
        others(sheet, dossier, words);
        stamps(sheet, dossier.proof().stamps(), words);
        ledger(sheet, dossier.proof().ledger(), words);
        files(sheet, dossier.exhibits(), words);
        stills(sheet, dossier.filming().stills(), words);
    }

    private static void reasons(Sheet sheet, List<String> reasons, Wording words) {
        if (reasons.isEmpty()) return;
        sheet.chapter(words.label("appendix.reasons"));
        sheet.numbered(reasons);
    }

    /** Gives each exhibit that has no place elsewhere a place of its own. */
    private static void others(Sheet sheet, Dossier dossier, Wording words) {
        List<ExhibitNo> stamped = dossier.proof().stamps().stream().map(s -> s.exhibit()).toList();
        List<Exhibit> left =
                dossier.exhibits().stream()
                        .filter(exhibit -> !sheet.anchoredExhibits().contains(exhibit.no()))
                        .filter(exhibit -> !stamped.contains(exhibit.no()))
                        .toList();
        if (left.isEmpty()) return;
        Ink ink = sheet.ink();
        Grid grid =
                Grid.open(ink, 52, 130, 128, 168)
                        .head(
                                words.label("exhibits.no"),
                                words.label("exhibits.name"),
                                words.label("exhibits.source"),
                                words.label("exhibits.purpose"));
        for (Exhibit exhibit : left)
            grid.row(
                    sheet.anchored(exhibit.no(), Style.CELL),
                    ink.phrase(exhibit.name(), Style.CELL),
                    ink.phrase(exhibit.source(), Style.CELL),
                    ink.phrase(exhibit.purpose(), Style.CELL));
        sheet.chapter(words.label("appendix.others"), grid);
    }

    private static void stamps(Sheet sheet, List<StampLine> stamps, Wording words) {
        if (stamps.isEmpty()) return;
        Ink ink = sheet.ink();
        Grid grid =
                Grid.open(ink, 52, 88, 116, 40, 182)
                        .head(
                                words.label("exhibits.no"),
                                words.label("stamp.at"),
                                words.label("stamp.by"),
                                words.label("stamp.size"),
                                words.label("stamp.root"));
        for (StampLine stamp : stamps) {
            String by =
                    "%s　%s　%s %s"
                            .formatted(
                                    stamp.authorityName(),
                                    words.label("authority." + stamp.authority()),
                                    words.label("stamp.serial"),
                                    stamp.serial());
            grid.row(
                    sheet.anchored(stamp.exhibit(), Style.CELL),
                    ink.phrase(Times.stamp(stamp.at()), Style.CELL),
                    ink.phrase(by, Style.CELL),
                    ink.phrase(Long.toString(stamp.treeSize()), Style.CELL),
                    ink.phrase(stamp.root().hex(), Style.CODE.sized(7.2f)));
        }
        sheet.chapter(words.label("appendix.stamps"), grid);
    }

    private static void ledger(Sheet sheet, List<LedgerLine> lines, Wording words) {
        if (lines.isEmpty()) return;
        Ink ink = sheet.ink();
        Grid grid =
                Grid.open(ink, 34, 84, 50, 188, 122)
                        .head(
                                words.label("appendix.seq"),
                                words.label("appendix.at"),
                                words.label("appendix.kind"),
                                words.label("appendix.what"),
                                words.label("appendix.leaf"));
        Style small = Style.CELL.sized(7.6f);
        for (LedgerLine line : lines)
            grid.row(
                    ink.phrase(Long.toString(line.seq()), small),
                    ink.phrase(Times.fine(line.at()), small),
                    ink.phrase(line.kind(), small),
                    ink.phrase(line.what(), small),
                    ink.phrase(line.leaf().hex(), Style.CODE.sized(6.6f)));
        sheet.chapter(words.label("appendix.ledger"), grid);
    }

    static void files(Sheet sheet, List<Exhibit> exhibits, Wording words) {
        Ink ink = sheet.ink();
        Grid grid =
                Grid.open(ink, 52, 148, 56, 222)
                        .head(
                                words.label("exhibits.no"),
                                words.label("appendix.path"),
                                words.label("appendix.bytes"),
                                words.label("appendix.sha"));
        boolean any = false;
        for (Exhibit exhibit : exhibits) {
            Optional<DataFile> file = exhibit.file();
            if (file.isEmpty()) continue;
            any = true;
            grid.row(
                    ink.phrase(exhibit.no().mark(), Style.CELL),
                    ink.phrase(file.get().path(), Style.CODE),
                    ink.phrase("%,d".formatted(file.get().bytes()), Style.SMALL),
                    ink.phrase(file.get().sha256().hex(), Style.CODE.sized(7.2f)));
        }
        if (!any) return;
        sheet.chapter(words.label("appendix.files"), grid);
    }

    private static void stills(Sheet sheet, List<Still> stills, Wording words) {
        if (stills.isEmpty()) return;
        Ink ink = sheet.ink();
        Grid grid =
                Grid.open(ink, 52, 58, 74, 294)
                        .head(
                                words.label("exhibits.no"),
                                words.label("appendix.frame"),
                                words.label("appendix.inVideo"),
                                words.label("appendix.sha"));
        for (Still still : stills)
            grid.row(
                    new Phrase[] {
                        ink.phrase(still.exhibit().mark(), Style.CELL),
                        ink.phrase(Long.toString(still.index()), Style.CELL),
                        ink.phrase(Times.length(still.at()), Style.CELL),
                        ink.phrase(still.pixels().hex(), Style.CODE)
                    });
        sheet.chapter(words.label("appendix.stills"), grid);
    }
}
