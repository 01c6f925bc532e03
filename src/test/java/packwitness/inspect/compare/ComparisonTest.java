package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.compare.SyntheticPairs.Pair;

import java.util.List;

class ComparisonTest {
    private static final SyntheticPairs PAIRS = new SyntheticPairs(5);
    private final PictureComparer comparer = new PictureComparer();

    private Comparison compare(Pair pair) {
        return comparer.compare(pair.ours(), pair.theirs());
    }

    @Test
    void harmlessCopyShowsNoRegion() {
        Comparison outcome = compare(PAIRS.drawn(1, Kind.HARMLESS));
        assertTrue(outcome.copy());
        assertFalse(outcome.changed());
        assertEquals(List.of(Reason.COPY_UNCHANGED), outcome.why());
        assertTrue(outcome.regions().isEmpty());
        assertTrue(outcome.ssim() > 0.8);
        assertFalse(outcome.matched().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CRACK", "STAIN", "PATCH"})
    void paintedDamageIsFoundWhereItIsAndNowhereElse(Kind kind) {
        Pair pair = PAIRS.drawn(1, kind);
        Comparison outcome = compare(pair);
        Score score = Score.of(pair, outcome);
        assertTrue(outcome.copy());
        assertTrue(score.isVisible(), pair.recipe());
        assertTrue(score.found() > 0, pair.recipe());
        assertEquals(0, score.beside(), pair.recipe());
        assertEquals(1, outcome.regions().getFirst().number());
    }

    @Test
    void regionStandsInBothPicturesAtTheSameThing() {
        Pair pair = PAIRS.drawn(1, Kind.STAIN);
        Comparison outcome = compare(pair);
        PlaneMap map = outcome.homography().flatMap(PlaneMap::of).orElseThrow();
        Region region = outcome.regions().getFirst();
        double x = region.theirs().x() + region.theirs().width() / 2.0;
        double y = region.theirs().y() + region.theirs().height() / 2.0;
        assertEquals(region.ours().x() + region.ours().width() / 2.0, map.x(x, y), 6);
        assertEquals(region.ours().y() + region.ours().height() / 2.0, map.y(x, y), 6);
    }

    @Test
    void anotherPictureIsNotACopy() {
        Comparison outcome = compare(PAIRS.drawn(1, Kind.DIFFERENT));
        assertFalse(outcome.copy());
        assertFalse(outcome.sideBySide());
        assertEquals(List.of(Reason.DIFFERENT_PICTURE), outcome.why());
    }

    @Test
    void secondShotOfTheSameSceneIsShownSideBySideAndNeverDifferenced() {
        Pair pair = PAIRS.drawn(1, Kind.RESHOT);
        Comparison outcome = compare(pair);
        assertFalse(outcome.copy());
        assertTrue(outcome.sideBySide());
        assertTrue(outcome.regions().isEmpty());
        assertEquals(0, Overlay.png(pair.ours(), pair.theirs(), outcome).length);
        assertTrue(Overlay.sideBySide(pair.ours(), pair.theirs(), outcome).length > 10_000);
    }

    @Test
    void sameBytesGiveTheSameOutcomeWhateverTheNumberOfThreads() {
        Pair pair = PAIRS.drawn(1, Kind.CRACK);
        Comparison first = compare(pair);
        int threads = opencv_core.getNumThreads();
        try {
            opencv_core.setNumThreads(1);
            assertEquals(first, compare(pair));
        } finally {
            opencv_core.setNumThreads(threads);
        }
        byte[] drawing = Overlay.png(pair.ours(), pair.theirs(), first);
        assertTrue(drawing.length > 10_000);
        assertArrayEquals(drawing, Overlay.png(pair.ours(), pair.theirs(), compare(pair)));
    }

    @Test
    void memoryStaysFlatOverFiftyRuns() {
        byte[] ours = Made.jpeg(Made.scene(260, 200), 90);
        byte[] theirs = Made.jpeg(Made.scene(260, 200), 60);
        for (int i = 0; i < 5; i++) comparer.compare(ours, theirs);
        long before = Pointer.totalBytes();
        for (int i = 0; i < 50; i++) assertTrue(comparer.compare(ours, theirs).copy());
        assertTrue(Pointer.totalBytes() - before < 2_000_000, "native memory grows");
    }

    @Test
    void mirroredCopyIsMirroredBack() {
        byte[] ours = Made.jpeg(Made.scene(640, 480), 92);
        byte[] theirs = Made.jpeg(Made.mirrored(Made.scene(640, 480)), 80);
        Comparison outcome = comparer.compare(ours, theirs);
        assertTrue(outcome.copy());
        assertTrue(outcome.limits().contains(Limit.MIRRORED));
    }
}
