package packwitness.dossier.print;

import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.DiffRegion;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.PictureFinding;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Times;

/** The buyer's pictures, what was found in them, and the comparison with ours. */
final class PicturesPart {
    private PicturesPart() {}

    static void write(Sheet sheet, Dossier dossier, Wording words) {
        BuyerSide side = dossier.buyerSide();
        for (String sentence : words.list("pictures", "all")) sheet.body(sentence);
        for (PictureComparison comparison : side.comparisons())
            comparison(sheet, comparison, words);
        for (ReceivedPicture picture : side.pictures()) picture(sheet, picture, words);
        labels(sheet, side, words);
    }

    /** Sets results without the pictures, which page one shows. */
    static void brief(Sheet sheet, Dossier dossier, Wording words) {
        BuyerSide side = dossier.buyerSide();
        sheet.body(words.say("pictures.2"));
        boolean first = true;
        for (PictureComparison comparison : side.comparisons()) {
            Grid grid = Grid.open(sheet.ink(), 74, 404);
            Phrase name = sheet.anchored(comparison.exhibit(), Style.HEAD);
            grid.pair(
                    name,
                    sheet.ink().phrase(comparison.result() + words.label("stop"), Style.CELL));
            grid.pair(words.label("comparison.proves"), comparison.proves());
            grid.pair(words.label("comparison.not"), comparison.doesNotProve());
            // The first stands right below the heading of its part, which made room for it.
            if (!first) sheet.together(grid, 0);
            first = false;
            sheet.grid(grid);
        }
        for (ReceivedPicture picture : side.pictures()) {
            Grid grid = Grid.open(sheet.ink(), 74, 404);
            String file =
                    "%s　%s　%,d　SHA-256 %s…"
                            .formatted(
                                    picture.name(),
                                    picture.format(),
                                    picture.bytes(),
                                    picture.received().brief());
            grid.pair(
                    sheet.anchored(picture.exhibit(), Style.HEAD),
                    sheet.ink().phrase(file, Style.CELL));
            for (PictureFinding finding : picture.findings())
                grid.pair(
                        words.label("strength." + finding.strength()),
                        words.label(
                                "aside", "text", finding.title(), "more", finding.doesNotProve()));
            sheet.together(grid, 0);
            sheet.grid(grid);
        }
        labels(sheet, side, words);
    }

    private static void picture(Sheet sheet, ReceivedPicture picture, Wording words) {
        received(sheet, picture, words);
        findings(sheet, picture, words);
    }

    /** Sets the picture beside the facts of its file. */
    static void received(Sheet sheet, ReceivedPicture picture, Wording words) {
        sheet.need(210);
        sheet.exhibitChapter(picture.exhibit(), picture.name());
        PdfPTable table = new PdfPTable(new float[] {190, Sheet.WIDTH - 190});
        table.setWidthPercentage(100);
        table.setSpacingBefore(4);
        table.setSpacingAfter(2);
        table.addCell(Grid.stack(sheet.picture(picture.picture(), 178, 190)));
        PdfPCell facts = new PdfPCell(facts(sheet.ink(), picture, words).table());
        facts.setBorder(0);
        facts.setPadding(0);
        table.addCell(facts);
        sheet.add(table);
    }

    private static void findings(Sheet sheet, ReceivedPicture picture, Wording words) {
        if (picture.findings().isEmpty()) return;
        Grid grid =
                Grid.open(sheet.ink(), 74, 44, 118, 118, 124)
                        .head(
                                words.label("findings.title"),
                                words.label("findings.strength"),
                                words.label("findings.seen"),
                                words.label("findings.proves"),
                                words.label("findings.not"));
        for (PictureFinding finding : picture.findings())
            grid.row(
                    finding.title(),
                    words.label("strength." + finding.strength()),
                    finding.seen(),
                    finding.proves(),
                    finding.doesNotProve());
        sheet.grid(grid);
    }

    private static Grid facts(Ink ink, ReceivedPicture picture, Wording words) {
        return Grid.open(ink, 62, 222)
                .pair(words.label("pictures.format"), picture.format())
                .pair(words.label("footage.bytes"), "%,d".formatted(picture.bytes()))
                .pair(words.label("pictures.at"), Times.stamp(picture.receivedAt()))
                .pair(words.label("pictures.obtained"), picture.obtained())
                .pair(words.label("pictures.checked"), picture.checkedWith())
                .pair(
                        words.label("pictures.sha"),
                        ink.phrase(picture.received().hex(), Style.CODE));
    }

    private static void comparison(Sheet sheet, PictureComparison comparison, Wording words) {
        sheet.need(330);
        String name = words.label(comparison.copy() ? "comparison.copy" : "comparison.side");
        sheet.exhibitChapter(comparison.exhibit(), name);
        float width = Sheet.WIDTH / 2 - 6;
        PdfPTable pair = new PdfPTable(2);
        pair.setWidthPercentage(100);
        pair.setSpacingBefore(4);
        pair.setSpacingAfter(2);
        Phrase ours = sheet.anchored(comparison.ours(), Style.SMALL);
        ours.add(sheet.ink().chunk("　" + comparison.oursName(), Style.SMALL));
        pair.addCell(Grid.stack(sheet.picture(comparison.oursPicture(), width, 210), ours));
        String theirs = comparison.copy() ? "comparison.theirs" : "comparison.theirs.side";
        Phrase caption =
                sheet.ink()
                        .phrase(
                                comparison.theirs().mark() + "　" + words.label(theirs),
                                Style.SMALL);
        pair.addCell(Grid.stack(sheet.picture(comparison.overlay(), width, 210), caption));
        sheet.add(pair);
        Grid grid = Grid.open(sheet.ink(), 74, 404);
        grid.pair(
                words.label("comparison.reference"),
                words.label(
                        "comparison.reference.file",
                        "picture",
                        comparison.oursName(),
                        "kept",
                        Times.stamp(comparison.oursKeptAt()),
                        "hash",
                        comparison.oursHash().hex()));
        grid.pair(words.label("comparison.result"), comparison.result() + words.label("stop"));
        for (DiffRegion region : comparison.regions())
            grid.pair(words.label("region.no") + " " + region.number(), region.description());
        grid.pair(words.label("comparison.proves"), comparison.proves());
        grid.pair(words.label("comparison.not"), comparison.doesNotProve());
        grid.pair(words.label("comparison.rates"), comparison.errorRates());
        sheet.grid(grid);
    }

    static void labels(Sheet sheet, BuyerSide side, Wording words) {
        if (side.labels().isEmpty()) return;
        boolean first = true;
        for (AiLabelLine line : side.labels()) {
            Ink ink = sheet.ink();
            Grid grid =
                    Grid.open(ink, 96, 382)
                            .pair(words.label("pictures.file"), line.picture().mark())
                            .pair(words.label("labels.form"), line.form())
                            .pair(words.label("labels.label"), line.label());
            pair(grid, ink, words.label("labels.producer"), line.producer());
            pair(grid, ink, words.label("labels.produceId"), line.produceId());
            pair(grid, ink, words.label("labels.propagator"), line.propagator());
            pair(grid, ink, words.label("labels.propagateId"), line.propagateId());
            grid.pair(words.label("labels.signature"), line.signature());
            if (first) {
                sheet.chapter(words.label("labels"), grid);
            } else {
                sheet.together(grid, 0);
                sheet.grid(grid);
            }
            first = false;
        }
    }

    private static void pair(Grid grid, Ink ink, String name, String text) {
        if (!text.isEmpty()) grid.pair(name, ink.phrase(text, Style.CELL.broken()));
    }

    static void forBuyer(Sheet sheet, Dossier dossier, Wording words) {
        if (dossier.buyerSide().speaksForBuyer().isEmpty()) {
            sheet.body(words.label("buyer.none"));
            return;
        }
        for (String sentence : words.list("buyer", "all")) sheet.body(sentence);
        sheet.numbered(dossier.buyerSide().speaksForBuyer());
    }
}
