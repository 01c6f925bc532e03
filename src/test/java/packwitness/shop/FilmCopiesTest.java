package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.DecodedFrame;
import packwitness.capture.DemoScene;
import packwitness.capture.FrameReader;
import packwitness.ledger.Outcome;
import packwitness.ledger.TrustList;
import packwitness.recording.Original;
import packwitness.recording.RecordedSample;
import packwitness.recording.RecordingProblem;
import packwitness.shipment.Take;
import packwitness.shipment.Takes;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Clips and pictures taken out of a recording: small, marked, and noted in the ledger. */
class FilmCopiesTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T06:03:22Z");
    private static final Clock CLOCK =
            Clock.fixed(BEGIN.plusSeconds(60), ZoneId.of("Asia/Shanghai"));
    private static final ShipmentId PARCEL = new ShipmentId(77);
    private static final WaybillNo WAYBILL = new WaybillNo("SF1234567890123");

    @TempDir Path folder;
    private Shop shop;
    private Original original;

    @BeforeEach
    void record() throws Exception {
        original = RecordedSample.in(Files.createDirectories(folder.resolve("film")));
        shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        CLOCK);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Take take() {
        return Takes.sealed(BEGIN, Duration.ofSeconds(2), 60, 0, original.sha256(), List.of());
    }

    private ClipCopy.Made clip(double from, double to, long most, Cancellation cancellation)
            throws Failure {
        return ClipCopy.make(
                shop,
                PARCEL,
                take(),
                original.file(),
                Duration.ofMillis(Math.round(from * 1000)),
                Duration.ofMillis(Math.round(to * 1000)),
                most,
                folder.resolve("out/clip.mp4"),
                cancellation,
                share -> {});
    }

    @Test
    void clipHoldsExactlyTheFramesAskedForStaysBelowItsLimitAndSaysWhatItIs() throws Exception {
        long whole = Files.size(original.file());
        List<Long> numbers = new ArrayList<>();
        try (FrameReader reader = FrameReader.open(original.file())) {
            for (Optional<DecodedFrame> f = reader.next(); f.isPresent(); f = reader.next())
                if (f.get().at().toMillis() >= 500 && f.get().at().toMillis() < 1500)
                    numbers.add(DemoScene.readNumber(f.get().grey()).orElseThrow());
        }
        ClipCopy.Made made = clip(0.5, 1.5, 400_000, new Cancellation());
        assertTrue(made.file().getFileName().toString().contains("副本"), made.toString());
        assertTrue(Files.size(made.file()) <= 400_000);
        assertEquals(Files.size(made.file()), made.clip().bytes());
        assertEquals(whole, Files.size(original.file()), "the original is only read");
        assertEquals(numbers.size(), made.clip().frames(), 1);
        try (FrameReader reader = FrameReader.open(made.file())) {
            assertEquals(made.clip().frames(), reader.frames());
            DecodedFrame first = reader.next().orElseThrow();
            assertTrue(first.height() > first.width() * 9 / 16, "the strip stands below");
            byte[] strip = first.bgra();
            int ink = 0;
            for (int i = strip.length - first.width() * 4 * 12; i < strip.length; i += 4)
                if ((strip[i] & 255) > 150) ink++;
            assertTrue(ink > 50, "its words are there: " + ink);
        }
        String row = exportRow();
        assertTrue(row.contains("\nclip_copy " + made.copy().hex() + "\n"), row);
        assertTrue(row.contains("\nsource_sha256 " + original.sha256().hex() + "\n"), row);
        assertTrue(row.contains("\nwho.salted "), row);
        assertNamedACopy(made.file(), Handed.Kind.CLIP);
    }

    @Test
    void pictureSaysTimeAndHashInItsNameAndIsTheVeryFrame() throws Exception {
        FrameCopy.Made made =
                FrameCopy.make(
                        shop,
                        PARCEL,
                        WAYBILL,
                        take(),
                        original.file(),
                        Duration.ofSeconds(1),
                        folder.resolve("out"));
        String name = made.file().getFileName().toString();
        assertTrue(
                name.startsWith(
                        "SF1234567890123-20261122-140323.000-"
                                + made.pixels().hex().substring(0, 12)),
                name);
        try (FrameReader reader = FrameReader.open(original.file())) {
            reader.seek(Duration.ofSeconds(1));
            DecodedFrame frame = reader.next().orElseThrow();
            assertEquals(frame.planes().sha256(), made.pixels());
            int[] expected =
                    frame.image()
                            .getRGB(0, 0, frame.width(), frame.height(), null, 0, frame.width());
            int[] saved =
                    ImageIO.read(made.file().toFile())
                            .getRGB(0, 0, frame.width(), frame.height(), null, 0, frame.width());
            org.junit.jupiter.api.Assertions.assertArrayEquals(expected, saved);
        }
        assertTrue(exportRow().contains("\npixels_sha256 " + made.pixels().hex() + "\n"));
        assertNamedACopy(made.file(), Handed.Kind.FRAME);
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatIsCancelledLeavesNothing() throws Exception {
        Failure large = assertThrows(Failure.class, () -> clip(0, 2, 10_000, new Cancellation()));
        assertEquals(RecordingProblem.CLIP_TOO_LARGE, large.problem());
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThrows(CancellationException.class, () -> clip(0, 2, 9_000_000, cancelled));
        if (Files.exists(folder.resolve("out")))
            try (Stream<Path> left = Files.list(folder.resolve("out"))) {
                assertEquals(List.of(), left.toList());
            }
        assertFalse(Files.exists(folder.resolve("out/clip-副本-短片.mp4")));
    }

    private String exportRow() throws Failure {
        return shop.vault()
                .database()
                .read(tx ->
                        tx.first(
                                        "SELECT CAST(body AS TEXT) AS b FROM ledger_row WHERE"
                                                + " kind = 'EXPORT' ORDER BY seq DESC LIMIT 1",
                                        one -> one.text("b"))
                                .orElseThrow());
    }

    private void assertNamedACopy(Path copy, Handed.Kind kind) throws Failure {
        HandedOver verifier = new HandedOver(TrustList.shipped());
        Handed known =
                verifier.check(
                        List.of(copy, folder.resolve("vault")), new Cancellation(), share -> {});
        assertEquals(kind, known.notes().getFirst().kind());
        assertEquals(original.sha256().hex(), known.notes().getFirst().detail());
        Handed alone = verifier.check(List.of(copy), new Cancellation(), share -> {});
        assertEquals(Handed.Kind.SELF_NAMED, alone.notes().getFirst().kind());
        assertEquals(Outcome.UNDECIDED, alone.outcome());
    }
}
