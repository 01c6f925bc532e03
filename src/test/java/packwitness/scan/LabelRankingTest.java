package packwitness.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import packwitness.capture.DemoLabels;
import packwitness.capture.Grey;
import packwitness.capture.LabelCode;
import packwitness.capture.LabelReader;
import packwitness.value.WaybillNo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class LabelRankingTest {
    private static final String A = "SF1234567890123";
    private static final String B = "YT9876543210987";
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final LabelRanking ranking = new LabelRanking(ScanRules.shipped());

    @Test
    void theNumberBesideAWebAddressAndGoodsIsTheWaybill() {
        assertEquals(
                A,
                likely(
                        code("https://example.invalid/q?x=1", "QR_CODE", 700, 500, 120, 120),
                        code("6901234567892", "EAN_13", 300, 300, 300, 5),
                        code("4901234567894", "EAN_13", 300, 340, 300, 5),
                        code("PW-STOP", "CODE_128", 100, 100, 300, 5),
                        code(A, "CODE_128", 400, 300, 260, 5)));
    }

    @Test
    void letteredNumbersStandBeforeBareDigits() {
        assertEquals(
                A,
                likely(
                        code("773123456789012", "CODE_128", 500, 350, 300, 5),
                        code(A, "CODE_128", 500, 500, 300, 5)));
    }

    @Test
    void twoParcelsThatAreEquallyLikelyGiveNone() {
        assertEquals(
                Optional.empty(),
                ranking.likely(
                        List.of(
                                code(A, "CODE_128", 300, 300, 250, 5),
                                code(B, "CODE_128", 700, 300, 250, 5)),
                        WIDTH,
                        HEIGHT));
    }

    @Test
    void theParcelInTheMiddleStandsBeforeTheOneAtTheEdge() {
        assertEquals(
                A,
                likely(code(A, "CODE_128", 480, 340, 320, 5), code(B, "CODE_128", 0, 700, 120, 5)));
    }

    @Test
    void aNumberThatTwoCodesAgreeOnStandsFirst() {
        assertEquals(
                A,
                likely(
                        code("https://www.kuaidi100.com/?nu=" + A, "QR_CODE", 300, 500, 90, 90),
                        code(A, "CODE_128", 300, 300, 250, 5),
                        code(B, "CODE_128", 700, 300, 250, 5)));
    }

    @Test
    void aWrongCheckDigitStandsBehind() {
        assertEquals(
                "RB123456785GB",
                likely(
                        code("RB123456785GB", "CODE_39", 300, 300, 250, 5),
                        code("RB123456786GB", "CODE_39", 700, 300, 250, 5)));
    }

    @Test
    void noWaybillGivesNone() {
        assertEquals(Optional.empty(), ranking.likely(List.of(), WIDTH, HEIGHT));
        assertEquals(
                Optional.empty(),
                ranking.likely(List.of(code("PW-STOP", "QR_CODE", 1, 1, 9, 9)), WIDTH, HEIGHT));
    }

    @Test
    void theOrderOfReadingChangesNothing() {
        List<LabelCode> codes =
                new ArrayList<>(
                        List.of(
                                code(A, "CODE_128", 300, 300, 250, 5),
                                code(B, "CODE_128", 700, 300, 250, 5),
                                code(B, "QR_CODE", 700, 400, 90, 90),
                                code("773123456789012", "CODE_39", 10, 10, 250, 5),
                                code("PW-HELP", "QR_CODE", 10, 600, 50, 50)));
        var before = ranking.rank(codes, WIDTH, HEIGHT);
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(codes, random);
            assertEquals(before, ranking.rank(codes, WIDTH, HEIGHT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void aTurnedLabelWithAnAddressBesideItIsRead(int angle) throws WriterException {
        Canvas canvas = new Canvas(900, 900);
        canvas.draw("https://example.invalid/verify?c=1", BarcodeFormat.QR_CODE, 60, 560, 280, 280);
        canvas.draw(A, BarcodeFormat.CODE_128, 100, 200, 700, 160);
        Grey turned = canvas.turned(angle);
        List<LabelCode> codes = LabelReader.read(turned);
        assertEquals(2, codes.size(), codes.toString());
        assertEquals(
                Optional.of(new WaybillNo(A)),
                ranking.likely(codes, turned.width(), turned.height()));
    }

    @Test
    void theDemonstrationsLabelIsPicked() {
        assertTrue(DemoLabels.codes(A).size() >= 1);
        assertEquals(
                Optional.of(new WaybillNo(A)), ranking.likely(DemoLabels.codes(A), WIDTH, HEIGHT));
    }

    @Test
    void aNumberThatIsSeenNeedsNoQuestion() {
        LabelCheck check = new LabelCheck(new WaybillNo(A), ScanRules.shipped());
        assertEquals(new LabelCheck.State.NothingRead(), check.state());
        for (int i = 0; i < 9; i++)
            check.look(List.of(code(B, "CODE_128", 500, 300, 250, 5)), WIDTH, HEIGHT);
        assertEquals(new LabelCheck.State.DidYouMean(new WaybillNo(B)), check.state());
        check.look(
                List.of(code("https://www.zto.com/q?bill=" + A, "QR_CODE", 1, 1, 9, 9)),
                WIDTH,
                HEIGHT);
        assertEquals(new LabelCheck.State.Seen(), check.state());
    }

    @Test
    void oneGlanceAtAnotherParcelIsNoQuestionYet() {
        LabelCheck check = new LabelCheck(new WaybillNo(A), ScanRules.shipped());
        check.look(List.of(code(B, "CODE_128", 500, 300, 250, 5)), WIDTH, HEIGHT);
        assertEquals(new LabelCheck.State.OthersRead(), check.state());
    }

    @Test
    void onePackageOfSeveralIsSeenByTheNumberOfAll() {
        LabelCheck check =
                new LabelCheck(new WaybillNo("JDX012345678901-2-3"), ScanRules.shipped());
        check.look(List.of(code("JDX012345678901", "CODE_128", 9, 9, 9, 9)), WIDTH, HEIGHT);
        assertEquals(new LabelCheck.State.Seen(), check.state());
    }

    private String likely(LabelCode... codes) {
        return ranking.likely(Arrays.asList(codes), WIDTH, HEIGHT).orElseThrow().text();
    }

    private static LabelCode code(String text, String symbology, int x, int y, int w, int h) {
        return new LabelCode(text, symbology, x, y, w, h);
    }

    /** A white sheet on which codes are drawn. */
    private record Canvas(int width, int height, byte[] pixels) {
        Canvas(int width, int height) {
            this(width, height, new byte[width * height]);
            Arrays.fill(pixels, (byte) 255);
        }

        void draw(String text, BarcodeFormat format, int left, int top, int w, int h)
                throws WriterException {
            BitMatrix bits = new MultiFormatWriter().encode(text, format, w, h);
            assertTrue(bits.getWidth() <= w, "fits");
            for (int y = 0; y < bits.getHeight(); y++)
                for (int x = 0; x < bits.getWidth(); x++)
                    if (bits.get(x, y)) pixels[(top + y) * width + left + x] = 0;
        }

        Grey turned(int angle) {
            byte[] turned = new byte[pixels.length];
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++) {
                    int to =
                            switch (angle) {
                                case 90 -> x * height + height - 1 - y;
                                case 180 -> (height - 1 - y) * width + width - 1 - x;
                                case 270 -> (width - 1 - x) * height + y;
                                default -> y * width + x;
                            };
                    turned[to] = pixels[y * width + x];
                }
            return Grey.of(
                    angle % 180 == 0 ? width : height,
                    angle % 180 == 0 ? height : width,
                    angle % 180 == 0 ? width : height,
                    turned);
        }
    }
}
