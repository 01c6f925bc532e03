package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.compare.SyntheticPairs.Pair;
import packwitness.value.Lang;

import java.util.Optional;

class AlignedTest {
    private static final SyntheticPairs PAIRS = new SyntheticPairs(5);
    private final PictureComparer comparer = new PictureComparer();

    @Test
    void bothPicturesOfACopyFitOverEachOtherButForTheRegion() {
        Pair pair = PAIRS.drawn(1, Kind.STAIN);
        Comparison outcome = comparer.compare(pair.ours(), pair.theirs());
        Aligned aligned = Aligned.of(pair.ours(), pair.theirs(), outcome).orElseThrow();
        assertEquals(outcome.regions().size(), aligned.regions().size());
        try (PointerScope _ = new PointerScope()) {
            float[] ours = brightness(aligned.ours());
            float[] theirs = brightness(aligned.theirs());
            assertEquals(aligned.width() * aligned.height(), ours.length);
            assertEquals(ours.length, theirs.length);
            Box box = aligned.regions().getFirst();
            double inside = 0;
            double outside = 0;
            int pixels = 0;
            for (int i = 0; i < ours.length; i++) {
                int x = i % aligned.width();
                int y = i / aligned.width();
                double miss = Math.abs(ours[i] - theirs[i]);
                if (isIn(box, x, y)) {
                    inside += miss;
                    pixels++;
                } else outside += miss;
            }
            inside /= pixels;
            outside /= ours.length - pixels;
            assertTrue(inside > outside + 3, inside + " against " + outside);
        }
    }

    @Test
    void whatIsNoCopyIsNeverLaidOver() {
        Pair pair = PAIRS.drawn(1, Kind.RESHOT);
        Comparison outcome = comparer.compare(pair.ours(), pair.theirs());
        assertEquals(Optional.empty(), Aligned.of(pair.ours(), pair.theirs(), outcome));
        assertTrue(outcome.says(Lang.EN).contains("exposure"), outcome.says(Lang.EN));
        assertEquals(outcome.limits().size(), outcome.limitsSay(Lang.ZH).size());
    }

    private static boolean isIn(Box box, int x, int y) {
        return x >= box.x()
                && x < box.x() + box.width()
                && y >= box.y()
                && y < box.y() + box.height();
    }

    private static float[] brightness(byte[] png) {
        Mat picture = new Mat();
        Encoded.decode(png, picture);
        return Luma.of(Pixels.bytes(picture));
    }
}
