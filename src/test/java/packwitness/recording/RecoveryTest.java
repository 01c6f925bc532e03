package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

class RecoveryTest {
    @TempDir static Path folder;

    private static byte[] bytes;
    private static List<Segment> links;
    private static Original original;

    @BeforeAll
    static void record() throws Exception {
        Station station = Station.recorded(folder, 1, 150);
        original = station.heard.sealed.getFirst();
        links = List.copyOf(station.heard.segments.get(new TakeId(1)));
        bytes = Files.readAllBytes(original.file());
    }

    private static Recovered examine(byte[] changed) throws Exception {
        Path file = folder.resolve("changed.mp4");
        Files.write(file, changed);
        return Recovery.examine(file, links);
    }

    @Test
    void wholeFileIsProvenToItsEnd() throws Exception {
        Recovered whole = Recovery.examine(original.file(), links);
        assertEquals(Recovered.End.WHOLE, whole.end());
        assertEquals(original.segments(), whole.provenSegments());
        assertEquals(original.bytes(), whole.provenBytes());
        assertEquals(original.chainHead(), whole.chainHead());
        assertEquals(original.sha256(), whole.fileHash().orElseThrow());
        assertEquals(original.counts().recorded(), whole.frames());
        assertEquals(original.counts().recorded(), whole.framesReadable());
        assertEquals(original.lastFrameAt(), whole.lastFrameAt().orElseThrow());
    }

    @Test
    void cutFileIsProvenToItsLastWholeFragment() throws Exception {
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, 7, 8, 9, bytes.length - 1));
        for (Segment link : links)
            for (int d = -1; d <= 1; d++) lengths.add((int) (link.offset() + link.length()) + d);
        // The head of a piece is cut as well, where its tables stand.
        long head = links.get(links.size() / 2).offset();
        for (int d = 2; d < 240; d += 6) lengths.add((int) head + d);
        Random random = new Random(1);
        for (int i = 0; i < 40; i++) lengths.add(random.nextInt(bytes.length));
        for (int length : lengths) {
            int cut = Math.min(length, bytes.length);
            List<Segment> fits =
                    links.stream().filter(l -> l.offset() + l.length() <= cut).toList();
            Recovered found = examine(Arrays.copyOf(bytes, cut));
            assertEquals(fits.size(), found.provenSegments(), "cut at " + cut);
            long proven = fits.stream().mapToLong(Segment::length).sum();
            assertEquals(proven, found.provenBytes());
            assertEquals(cut - proven, found.tailBytes());
            assertEquals(fits.stream().mapToLong(Segment::frames).sum(), found.frames());
            assertTrue(
                    found.framesReadable() >= found.frames(),
                    () -> "cut at %d of %d: %s".formatted(cut, bytes.length, found));
            assertEquals(
                    cut == bytes.length ? Recovered.End.WHOLE : Recovered.End.CUT, found.end());
        }
    }

    @Test
    void changedByteEndsTheProofAtItsLink() throws Exception {
        Random random = new Random(2);
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(bytes.length);
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            long before = links.stream().filter(l -> l.offset() + l.length() <= at).count();
            Recovered found = examine(changed);
            assertEquals(before, found.provenSegments(), "changed at " + at);
            assertEquals(Recovered.End.CHANGED, found.end());
        }
    }

    @Test
    void missingFragmentEndsTheProof() throws Exception {
        Segment gone = links.get(3);
        byte[] changed = new byte[(int) (bytes.length - gone.length())];
        System.arraycopy(bytes, 0, changed, 0, (int) gone.offset());
        int rest = (int) (gone.offset() + gone.length());
        System.arraycopy(bytes, rest, changed, (int) gone.offset(), bytes.length - rest);
        assertEquals(3, examine(changed).provenSegments());
        List<Segment> without = new ArrayList<>(links);
        without.remove(3);
        Recovered broken = Recovery.examine(original.file(), without);
        assertEquals(Recovered.End.LINKS_BROKEN, broken.end());
        assertEquals(3, broken.provenSegments());
    }

    @Test
    void fragmentsWithoutLinksAreNamedAsTail() throws Exception {
        Recovered found = Recovery.examine(original.file(), links.subList(0, 3));
        assertEquals(Recovered.End.TAIL, found.end());
        assertEquals(3, found.provenSegments());
        assertTrue(found.framesReadable() > found.frames());
    }

    @Test
    void missingFileIsAFailure() {
        Failure failure =
                assertThrows(
                        Failure.class, () -> Recovery.examine(folder.resolve("none.mp4"), links));
        assertEquals(RecordingProblem.FILE_MISSING, failure.problem());
    }
}
