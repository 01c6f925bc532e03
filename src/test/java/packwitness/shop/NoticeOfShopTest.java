package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.keep.RetentionRules;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

class NoticeOfShopTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir private Path folder;

    @Test
    void noticeSaysWhyWhatHowLongWhoRightsAndWhomToAskInBothLanguages() throws Exception {
        Path file = folder.resolve("notice.pdf");
        NoticeOfShop.write("青瓷小店", "王女士 0571-0000", "东库", RetentionRules.standard(), CLOCK, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertEquals(2, pdf.getNumberOfPages());
            String zh = text(pdf, 1);
            String en = text(pdf, 2);
            for (String said :
                    new String[] {
                        "青瓷小店",
                        "王女士 0571-0000",
                        "东库",
                        "180 天",
                        "730 天",
                        "第十三条",
                        "第六条",
                        "第二十五条",
                        "查阅、复制",
                        "撤回同意",
                        "没有声音",
                        "请问律师"
                    }) assertTrue(zh.contains(said), said + " in " + zh);
            for (String said :
                    new String[] {"180 days", "Personal Information Protection Law", "lawyer"})
                assertTrue(en.contains(said), said + " in " + en);
        }
    }

    @Test
    void rulesWithoutLimitAreToldAsSuch() throws Exception {
        Path file = folder.resolve("notice.pdf");
        RetentionRules rules = RetentionRules.standard().with("video_days", 0);
        NoticeOfShop.write("", "", "", rules, CLOCK, file);
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            assertTrue(text(pdf, 1).contains("不设期限"));
        }
    }

    @Test
    void nameThatCannotBePrintedIsRefused() {
        assertThrows(
                Failure.class,
                () ->
                        NoticeOfShop.write(
                                "\uD83D\uDE00",
                                "",
                                "",
                                RetentionRules.standard(),
                                CLOCK,
                                folder.resolve("notice.pdf")));
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf).replaceAll("\\s*\\n\\s*", "");
    }
}
