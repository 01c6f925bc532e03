package packwitness.capture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.oned.MultiFormatOneDReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Code 128, Code 39 and QR codes in a grey picture, upright and turned by 90 degrees. */
public final class LabelReader {
    // Interleaved 2 of 5 is left out: a part of such a code reads as a shorter, wrong number.
    private static final Map<DecodeHintType, Object> HINTS =
            Map.of(
                    DecodeHintType.TRY_HARDER,
                    Boolean.TRUE,
                    DecodeHintType.POSSIBLE_FORMATS,
                    List.of(BarcodeFormat.CODE_128, BarcodeFormat.CODE_39));

    private LabelReader() {}

    /** Returns the codes found, each text once; empty where there is none. */
    public static List<LabelCode> read(Grey picture) {
        List<LabelCode> found = new ArrayList<>();
        if (picture.width() < 32 || picture.height() < 32) return found;
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(new GreySource(picture)));
        bars(bitmap).ifPresent(result -> add(found, result, picture));
        for (Result result : squares(bitmap)) add(found, result, picture);
        return found;
    }

    private static void add(List<LabelCode> found, Result result, Grey picture) {
        String text = result.getText().strip();
        if (text.isEmpty()) return;
        for (LabelCode code : found) if (code.text().equals(text)) return;
        float left = picture.width();
        float top = picture.height();
        float right = 0;
        float bottom = 0;
        for (ResultPoint point : result.getResultPoints()) {
            if (point == null) continue;
            left = Math.min(left, point.getX());
            right = Math.max(right, point.getX());
            top = Math.min(top, point.getY());
            bottom = Math.max(bottom, point.getY());
        }
        found.add(
                new LabelCode(
                        text,
                        result.getBarcodeFormat().name(),
                        Math.round(left),
                        Math.round(top),
                        Math.max(1, Math.round(right - left)),
                        Math.max(1, Math.round(bottom - top))));
    }

    private static Optional<Result> bars(BinaryBitmap bitmap) {
        try {
            return Optional.of(new MultiFormatOneDReader(HINTS).decode(bitmap, HINTS));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static Result[] squares(BinaryBitmap bitmap) {
        try {
            return new QRCodeMultiReader()
                    .decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE));
        } catch (ReaderException e) {
            return new Result[0];
        }
    }

    /** Gives the reader the picture, and a turned one where it finds nothing upright. */
    private static final class GreySource extends LuminanceSource {
        private final Grey picture;

        GreySource(Grey picture) {
            super(picture.width(), picture.height());
            this.picture = picture;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] into = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
            System.arraycopy(picture.pixels(), y * getWidth(), into, 0, getWidth());
            return into;
        }

        @Override
        public byte[] getMatrix() {
            return picture.pixels();
        }

        @Override
        public boolean isRotateSupported() {
            return true;
        }

        @Override
        public LuminanceSource rotateCounterClockwise() {
            int width = getWidth();
            int height = getHeight();
            byte[] from = picture.pixels();
            byte[] turned = new byte[width * height];
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    turned[(width - 1 - x) * height + y] = from[y * width + x];
            return new GreySource(new Grey(height, width, turned));
        }
    }
}
