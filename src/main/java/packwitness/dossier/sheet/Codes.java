package packwitness.dossier.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

import org.openpdf.text.pdf.PdfContentByte;

import java.awt.Color;
import java.util.Map;

/** Draws bar codes as rectangles, so that their edges stay sharp on every printer. */
final class Codes {
    /** Points in a millimetre. */
    static final float MM = 72 / 25.4f;

    /** The widest module; wider ones do not fit the beam of common scanners near by. */
    private static final float WIDEST = 0.66f * MM;

    /** A bar code with narrower modules is not read from an arm's length, let alone a metre. */
    private static final float NARROWEST = 0.33f * MM;

    private static final int QUIET_BARS = 10;
    private static final int QUIET_SQUARE = 4;

    private final PdfContentByte page;

    Codes(PdfContentByte page) {
        this.page = page;
        page.setColorFill(Color.BLACK);
    }

    /** Draws a QR code into a square whose lower left corner is given; its quiet zone is inside. */
    void square(String text, float left, float bottom, float side) {
        BitMatrix bits = matrix(text);
        int modules = bits.getWidth() + 2 * QUIET_SQUARE;
        float module = side / modules;
        for (int y = 0; y < bits.getHeight(); y++)
            row(
                    bits,
                    y,
                    left + QUIET_SQUARE * module,
                    bottom + side - (QUIET_SQUARE + y + 1) * module,
                    module,
                    module);
        page.fill();
    }

    /** Draws a Code 128 in the middle of a width; returns false where it would be too fine. */
    boolean bars(String text, float left, float bottom, float width, float height) {
        BitMatrix bits =
                new Code128Writer()
                        .encode(
                                text,
                                BarcodeFormat.CODE_128,
                                1,
                                1,
                                Map.of(EncodeHintType.MARGIN, 0));
        int modules = bits.getWidth() + 2 * QUIET_BARS;
        float module = Math.min(WIDEST, width / modules);
        if (module < NARROWEST) return false;
        row(bits, 0, left + (width - bits.getWidth() * module) / 2, bottom, module, height);
        page.fill();
        return true;
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("no square code for " + text.length(), e);
        }
    }

    private void row(BitMatrix bits, int y, float left, float bottom, float module, float height) {
        int x = 0;
        while (x < bits.getWidth()) {
            int from = x;
            while (x < bits.getWidth() && bits.get(x, y)) x++;
            if (x > from) page.rectangle(left + from * module, bottom, (x - from) * module, height);
            x++;
        }
    }
}
