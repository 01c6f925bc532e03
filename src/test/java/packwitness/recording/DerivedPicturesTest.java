package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.CaptureProblem;
import packwitness.capture.DecodedFrame;
import packwitness.capture.DemoScene;
import packwitness.capture.FrameReader;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

class DerivedPicturesTest {
    @TempDir static Path folder;

    private static Original original;
    private static final List<Sha256> FRAMES = new ArrayList<>();
    private static final List<Duration> TIMES = new ArrayList<>();

    @BeforeAll
    static void record() throws Exception {
        original = Station.recorded(folder, 1, 100).heard.sealed.getFirst();
        try (FrameReader reader = FrameReader.open(original.file())) {
            for (Optional<DecodedFrame> f = reader.next(); f.isPresent(); f = reader.next()) {
                assertEquals(FRAMES.size(), f.get().index());
                FRAMES.add(f.get().planes().sha256());
                TIMES.add(f.get().at());
            }
        }
    }

    @Test
    void playCopyHasTheSameStreamAndPictures() throws Exception {
        Path copy = folder.resolve("copy.mp4");
        PlayCopy.make(original.file(), copy);
        assertEquals(original.streamHash(), StreamHash.of(copy));
        for (int i : new int[] {0, 13, 59, 60, 61, FRAMES.size() - 1}) {
            KeyFrame still = KeyFrames.cut(copy, TIMES.get(i));
            assertEquals(i, still.index());
            assertEquals(FRAMES.get(i), still.pixels());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
        Failure again = assertThrows(Failure.class, () -> PlayCopy.make(original.file(), copy));
        assertEquals(RecordingProblem.FILE_EXISTS, again.problem());
    }

    @Test
    void everyFrameCanBeSoughtByItsTime() throws Exception {
        try (FrameReader reader = FrameReader.open(original.file())) {
            assertEquals(original.counts().recorded(), reader.frames());
            for (int i = FRAMES.size() - 1; i >= 0; i -= 7) {
                reader.seek(TIMES.get(i));
                DecodedFrame frame = reader.next().orElseThrow();
                assertEquals(i, frame.index());
                assertEquals(TIMES.get(i), frame.at());
                assertEquals(FRAMES.get(i), frame.planes().sha256());
                if (i + 1 < FRAMES.size()) assertEquals(i + 1, reader.next().orElseThrow().index());
            }
            reader.seek(TIMES.get(40).plusMillis(10));
            assertEquals(40, reader.next().orElseThrow().index());
            reader.seek(Duration.ofHours(1));
            assertEquals(FRAMES.size() - 1, reader.next().orElseThrow().index());
            assertEquals(Optional.empty(), reader.next());
        }
    }

    @Test
    void keyFrameIsReproducibleAndShowsItsNumber() throws Exception {
        KeyFrame one = KeyFrames.cut(original.file(), Duration.ofSeconds(2));
        KeyFrame two = KeyFrames.cut(original.file(), Duration.ofSeconds(2));
        assertEquals(one.pixels(), two.pixels());
        assertArrayEquals(one.jpeg(), two.jpeg());
        assertEquals(FRAMES.get((int) one.index()), one.pixels());
        var picture = ImageIO.read(new ByteArrayInputStream(one.jpeg()));
        assertEquals(one.width(), picture.getWidth());
        long number = DemoScene.readNumber(packwitness.capture.Grey.of(picture)).orElseThrow();
        assertEquals(original.firstFrame() + one.index(), number);
    }

    @Test
    void spreadFramesLieOverTheWholeVideo() throws Exception {
        List<KeyFrame> frames = KeyFrames.spread(original.file(), 4);
        assertEquals(4, frames.size());
        for (int i = 1; i < 4; i++) {
            assertTrue(frames.get(i).index() > frames.get(i - 1).index());
            assertEquals(FRAMES.get((int) frames.get(i).index()), frames.get(i).pixels());
        }
    }

    @Test
    void unreadableVideosGiveOneClearFailureEach() throws Exception {
        Path empty = Files.write(folder.resolve("empty.mp4"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.mp4"), "hello ".repeat(500));
        assertEquals(CaptureProblem.FILE_EMPTY, problem(empty));
        assertEquals(CaptureProblem.FILE_UNREADABLE, problem(text));
        assertEquals(CaptureProblem.FILE_MISSING, problem(folder.resolve("none.mp4")));
    }

    private static Object problem(Path file) {
        return assertThrows(Failure.class, () -> KeyFrames.cut(file, Duration.ZERO)).problem();
    }
}
