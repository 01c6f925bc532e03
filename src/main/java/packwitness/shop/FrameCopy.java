package packwitness.shop;

import packwitness.capture.DecodedFrame;
import packwitness.capture.FrameReader;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.recording.RecordingProblem;
import packwitness.shipment.Take;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * One picture of a recording as a file, whose name says the time and the hash of the decoded
 * samples, which anybody can compute again from the recording. Any thread.
 */
public final class FrameCopy {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS");
    private static final String NAME = "副本-画面";

    /** A picture on the disk, always PNG. */
    public record Made(
            Path file, Sha256 source, Sha256 copy, long frame, Duration at, Sha256 pixels) {}

    private FrameCopy() {}

    /**
     * Takes the picture that is shown at this time of the film and notes it in the ledger; no file
     * is written over.
     */
    public static Made make(
            Shop shop,
            ShipmentId parcel,
            WaybillNo waybill,
            Take take,
            Path video,
            Duration at,
            Path folder)
            throws Failure {
        if (take.stop().isEmpty()) throw new Failure(ShopProblem.NOT_SEALED, video);
        Take.Stop stop = take.stop().get();
        DecodedFrame frame = frame(video, at);
        Sha256 pixels = frame.planes().sha256();
        Instant when = stop.firstAt().plus(frame.at());
        Path file =
                folder.resolve(
                        waybill.text().replaceAll("[^A-Za-z0-9]", "")
                                + "-"
                                + TIME.format(when.atZone(shop.clock().getZone()))
                                + "-"
                                + pixels.hex().substring(0, 12)
                                + "-"
                                + NAME
                                + ".png");
        write(folder, file, frame, stop.sha256());
        Made made = new Made(file, stop.sha256(), hash(file), frame.index(), frame.at(), pixels);
        shop.vault()
                .database()
                .write(tx ->
                        shop.ledger()
                                .append(
                                        tx,
                                        EntryKind.EXPORT,
                                        Facts.of()
                                                .shipment(parcel)
                                                .take(take.id())
                                                .with("what", "frame")
                                                .with(KnownCopies.SOURCE, made.source())
                                                .with("frame_copy", made.copy())
                                                .with("frame", frame.index())
                                                .with("at_ms", frame.at().toMillis())
                                                .with("pixels_sha256", pixels)));
        return made;
    }

    private static DecodedFrame frame(Path video, Duration at) throws Failure {
        try (FrameReader reader = FrameReader.open(video)) {
            reader.seek(at);
            Optional<DecodedFrame> found = reader.next();
            if (found.isEmpty()) throw new Failure(RecordingProblem.NOTHING_RECORDED, video);
            return found.get();
        }
    }

    private static void write(Path folder, Path file, DecodedFrame frame, Sha256 source)
            throws Failure {
        if (Files.exists(file)) throw new Failure(StorageProblem.FILE_EXISTS, file);
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(frame.image(), "png", png);
            Files.createDirectories(folder);
            Files.write(
                    file,
                    CopyMark.inPng(png.toByteArray(), Handed.Kind.FRAME, source),
                    StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, file);
        }
    }

    private static Sha256 hash(Path file) throws Failure {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
        }
    }
}
