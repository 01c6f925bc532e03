package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.inspect.FindingKind;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.c2pa.TrustList;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Real files at the limits give a finding and a reason; none is decoded beyond its bounds. */
class HardPicturesTest {
    private static final Map<String, byte[]> FILES = HardPictures.all();
    private static final byte[] OURS = HardPictures.ours();

    private final PictureComparer comparer = new PictureComparer();
    private final PictureInspector inspector =
            new PictureInspector(
                    TrustList.none(),
                    Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));

    private Comparison compared(String name) {
        byte[] file = FILES.get(name);
        assertTrue(file != null && file.length > 0, name);
        return comparer.compare(OURS, file);
    }

    @Test
    void everyHardPictureGivesAFindingAndOnlyTheCutOnesAreDamaged() {
        FILES.forEach((name, file) -> {
            var found = inspector.inspect(file);
            assertTrue(found.finding() != FindingKind.NOT_A_PICTURE, name);
            assertEquals(name.startsWith("cut"), !found.damage().isEmpty(), name + found.damage());
        });
    }

    @Test
    void cutPicturesGiveAReason() {
        for (String name : new String[] {"cut jpeg", "cut png", "cut webp"})
            assertTrue(!compared(name).why().isEmpty(), name);
    }

    @Test
    void giantsAreReducedOrRefused() {
        Comparison largest = compared("jpeg of 100 megapixels");
        assertEquals(new PictureSize(12_500, 8_000), largest.theirs().orElseThrow());
        assertTrue(largest.why().getFirst() != Reason.THEIRS_UNREADABLE, largest.why().toString());
        assertTrue(largest.why().getFirst() != Reason.TOO_LARGE, largest.why().toString());
        assertEquals(Reason.TOO_LARGE, compared("jpeg of 144 megapixels").why().getFirst());
        assertEquals(Reason.TOO_LARGE, compared("png of 100 megapixels").why().getFirst());
        Reason half = compared("png of 48 megapixels").why().getFirst();
        assertTrue(half != Reason.TOO_LARGE && half != Reason.THEIRS_UNREADABLE, half.name());
    }

    @Test
    void deepAndPrintedColoursAreStillTheSamePicture() {
        for (String name : new String[] {"png of 16 bits", "tiff of 16 bits"}) {
            Comparison found = compared(name);
            assertEquals(Reason.COPY_UNCHANGED, found.why().getFirst(), name);
            assertTrue(found.limits().contains(Limit.DEPTH_REDUCED), name);
        }
        assertTrue(compared("jpeg of four inks").copy());
        assertEquals(
                "JPEG", inspector.inspect(FILES.get("jpeg of four inks as light")).container());
    }

    @Test
    void ofAnAnimationTheFirstPictureIsComparedAndThatIsSaid() {
        for (String kind : new String[] {"gif", "webp", "png"}) {
            Comparison found = compared("animated " + kind);
            assertTrue(found.copy(), kind + found.why());
            assertTrue(found.limits().contains(Limit.FIRST_FRAME_ONLY), kind + found.limits());
            assertTrue(!found.limits().contains(Limit.MIRRORED), kind);
        }
    }

    @Test
    void whatIsNotDecodedIsSaidSo() {
        for (String kind : new String[] {"heic", "avif"})
            assertEquals(Reason.NOT_DECODED, compared(kind).why().getFirst());
    }

    @Test
    void pictureInLightAndColourOfFourInksIsNeverAnException() {
        assertTrue(compared("jpeg of four inks as light").theirs().isPresent());
    }
}
