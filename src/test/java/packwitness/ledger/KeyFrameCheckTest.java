package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.SmallShop;
import packwitness.recording.KeyFrame;
import packwitness.recording.KeyFrames;
import packwitness.recording.Original;
import packwitness.recording.PlayCopy;
import packwitness.recording.RecordedSample;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

/** Key frames and copies in a bag against a real recording. */
class KeyFrameCheckTest {
    @TempDir static Path shared;
    private static Original original;
    private static KeyFrame frame;

    @TempDir Path folder;

    @BeforeAll
    static void record() throws Exception {
        original = RecordedSample.in(shared);
        frame = KeyFrames.cut(original.file(), Duration.ofMillis(900));
    }

    @Test
    void framesInTheBoxesAreThoseThatWereRecorded() {
        assertEquals(
                original.counts().recorded(), Film.read(original.file()).orElseThrow().frames());
    }

    @Test
    void keyFrameAndCopyOfTheOriginalPass() throws Exception {
        Path copy = folder.resolve("copy.mp4");
        PlayCopy.make(original.file(), copy);
        assertEquals(original.counts().recorded(), Film.read(copy).orElseThrow().frames());
        Report report = bag(frame.jpeg(), frame.pixels(), Optional.of(copy));
        assertEquals(Outcome.PASSED, report.check("C11").outcome(), said(report));
        assertTrue(said(report).contains("frame.same") && said(report).contains("copy.same"));
    }

    @Test
    void pictureThatWasTouchedUpIsFound() throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(frame.jpeg()));
        for (int y = 40; y < 80; y++)
            for (int x = 40; x < 80; x++) picture.setRGB(x, y, Color.RED.getRGB());
        Path file = folder.resolve("touched.jpg");
        ImageIO.write(picture, "jpeg", file.toFile());
        Report report = bag(Files.readAllBytes(file), frame.pixels(), Optional.empty());
        assertTrue(said(report).contains("frame.other"), said(report));
        assertEquals(Outcome.FAILED, report.outcome());
    }

    @Test
    void pictureOfAnotherFrameIsFound() throws Exception {
        Report report = bag(frame.jpeg(), Sha256.of(new byte[] {1}), Optional.empty());
        assertTrue(said(report).contains("frame.pixels"), said(report));
    }

    private Report bag(byte[] jpeg, Sha256 pixels, Optional<Path> copy) throws Exception {
        try (SmallShop shop = SmallShop.open(folder)) {
            ShipmentId shipment = new ShipmentId(1);
            TakeId take = new TakeId(2);
            shop.append(EntryKind.START, SmallShop.start(shipment, take, "SF1", 1, "videos/a.mp4"));
            shop.append(
                    EntryKind.STOP,
                    Facts.of()
                            .take(take)
                            .with("file", "videos/a.mp4")
                            .with("sha256", original.sha256())
                            .with("stream", original.streamHash()));
            shop.stamp();
            Path picture = Files.write(folder.resolve("1.jpg"), jpeg);
            List<PayloadFile> files = new java.util.ArrayList<>();
            files.add(new PayloadFile(original.file(), "a.mp4", FileRole.ORIGINAL));
            files.add(
                    new PayloadFile(
                            picture,
                            "1.jpg",
                            FileRole.KEY_FRAME,
                            Optional.of(
                                    new PayloadFile.Cut(
                                            "a.mp4", frame.index(), frame.at(), pixels))));
            copy.ifPresent(file -> files.add(new PayloadFile(file, "c.mp4", FileRole.COPY)));
            Path bag = folder.resolve("bag");
            BagWriter.write(
                    new BagRequest(
                            shop.ledger,
                            bag,
                            files,
                            List.of(shipment),
                            List.of(),
                            "case",
                            shop.clock.instant()));
            return shop.verify(bag);
        }
    }

    private static String said(Report report) {
        return report.check("C11").findings().toString();
    }
}
