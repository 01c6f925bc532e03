package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.Dossier;
import packwitness.dossier.paper.Scope;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class TablePagesTest {
    private static List<Integer> rows(int count, float tail, float room) {
        return TablePages.parted(Collections.nCopies(count, 30f), tail, room, 300);
    }

    @Test
    void tableThatFitsIsNotParted() {
        assertEquals(List.of(5), rows(5, 0, 150));
    }

    @Test
    void oneRowIsNotLeftOver() {
        assertEquals(List.of(8, 3), rows(11, 0, 300));
        assertEquals(List.of(5, 9, 3), rows(17, 0, 160));
    }

    @Test
    void shortTableIsHalved() {
        assertEquals(List.of(2, 2), rows(4, 0, 90));
        assertEquals(List.of(1, 2), rows(3, 0, 60));
        assertEquals(List.of(1, 1), rows(2, 0, 40));
    }

    @Test
    void whatStandsBelowTheTableTakesRowsWithIt() {
        assertEquals(List.of(10), rows(10, 0, 300));
        assertEquals(List.of(7, 3), rows(10, 80, 300));
    }

    @Test
    void tableBeginsOnTheNextPageWhereNotOneRowFits() {
        assertEquals(List.of(0, 4), rows(4, 0, 20));
    }

    @Test
    void rowHigherThanAPageIsLeftToTheLibrary() {
        assertEquals(List.of(), TablePages.parted(List.of(30f, 900f, 30f), 0, 300, 300));
    }

    @Test
    void noRowIsLostWhereverATableBegins() {
        for (int room = 0; room <= 300; room++)
            for (int count = 1; count < 40; count++) {
                List<Integer> pages = rows(count, 40, room);
                assertEquals(count, pages.stream().mapToInt(n -> n).sum());
                if (pages.size() > 1 && count > 1)
                    assertTrue(pages.getLast() >= Math.min(2, count / 2) || pages.getFirst() == 0);
            }
    }

    @ParameterizedTest
    @EnumSource(
            value = Addressee.class,
            names = {"COURT", "POLICE", "AI_PROVIDER", "BUYER"})
    void signatureStandsWithTheLastParagraph(Addressee addressee, @TempDir Path folder)
            throws Exception {
        for (Lang lang : Lang.values()) {
            Path pdf = folder.resolve(lang + ".pdf");
            Dossier dossier = SampleDossier.of(addressee, lang, Scope.PAPER);
            DossierWriter.writeUnsigned(dossier, pdf);
            String paragraph = lastParagraph(addressee, lang);
            List<String> signed = new ArrayList<>();
            for (List<String> page : PaperReader.pages(pdf)) {
                String text = PaperReader.squeezed(String.join("", page));
                if (text.contains(paragraph)) signed.add(text);
            }
            assertEquals(1, signed.size(), paragraph);
            String line = PaperReader.squeezed(lang == Lang.ZH ? "年　月　日" : "____ / ____");
            assertTrue(signed.getFirst().contains(line), signed.getFirst());
        }
    }

    private static String lastParagraph(Addressee addressee, Lang lang) {
        boolean zh = lang == Lang.ZH;
        return PaperReader.squeezed(
                switch (addressee) {
                    case COURT -> zh ? "欺诈事实的证明标准更高" : "the standard of proof of deceit is higher";
                    case POLICE -> zh ? "报案人保证" : "The reporting party warrants";
                    case AI_PROVIDER -> zh ? "不构成对任何人的指控" : "This letter accuses nobody";
                    default -> zh ? "不代表对任何一方责任的认可" : "admits anyone's liability";
                });
    }
}
