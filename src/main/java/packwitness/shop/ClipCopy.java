package packwitness.shop;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.recording.Clip;
import packwitness.shipment.Take;
import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.DoubleConsumer;

/**
 * A short film cut out of a recording for those who cannot take in the whole: it says in its
 * picture, its name and its file that it is a copy, and the ledger holds its hash and that of the
 * original. Any thread.
 */
public final class ClipCopy {
    private static final String NAME = "副本-短片";
    private static final String SUFFIX = ".mp4";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HHmmss");

    /** A clip on the disk, with the hashes of the original and its own. */
    public record Made(Path file, Sha256 source, Sha256 copy, Clip.Made clip) {}

    private ClipCopy() {}

    /** Returns a name for a clip of this stretch of a take, which says that it is a copy. */
    public static String name(WaybillNo waybill, Take take, Duration from, ZoneId zone) {
        Instant begins = take.stop().map(Take.Stop::firstAt).orElse(take.scannedAt()).plus(from);
        String number = waybill.text().replaceAll("[^A-Za-z0-9]", "");
        return number + "-" + CLOCK.format(begins.atZone(zone)) + "-" + NAME + SUFFIX;
    }

    /**
     * Cuts the clip and notes it in the ledger; no file is written over.
     *
     * @param video the original of the take
     * @param out its name; that it is a copy is put into the name where it is missing
     * @param share is told how much is done, from 0 to 1
     * @throws java.util.concurrent.CancellationException where it was cancelled; nothing is left
     */
    public static Made make(
            Shop shop,
            ShipmentId parcel,
            Take take,
            Path video,
            Duration from,
            Duration to,
            long mostBytes,
            Path out,
            Cancellation cancellation,
            DoubleConsumer share)
            throws Failure {
        Sha256 source = take.stop().map(Take.Stop::sha256).orElse(Sha256.ZERO);
        if (take.stop().isEmpty()) throw new Failure(ShopProblem.NOT_SEALED, video);
        Path file = named(out);
        Instant begin = take.stop().map(Take.Stop::firstAt).orElse(take.scannedAt());
        Clock clock = shop.clock();
        Clip.Wish wish =
                new Clip.Wish(
                        from,
                        to,
                        mostBytes,
                        at ->
                                "副本 COPY  "
                                        + TIME.format(begin.plus(at).atZone(clock.getZone()))
                                        + "  原件 original SHA-256 "
                                        + source.hex().substring(0, 12),
                        CopyMark.of(Handed.Kind.CLIP, source));
        Clip.Made clip = Clip.cut(video, file, wish, cancellation, share);
        Made made = new Made(file, source, hash(file), clip);
        note(shop, parcel, take, made);
        return made;
    }

    private static void note(Shop shop, ShipmentId parcel, Take take, Made made) throws Failure {
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
                                                .with("what", "clip")
                                                .with(KnownCopies.SOURCE, made.source())
                                                .with("clip_copy", made.copy())
                                                .with("from_ms", made.clip().from().toMillis())
                                                .with("to_ms", made.clip().to().toMillis())
                                                .with("frames", made.clip().frames())
                                                .with("bytes", made.clip().bytes())));
    }

    private static Path named(Path out) throws Failure {
        String name = String.valueOf(out.getFileName()).replaceFirst("[.][A-Za-z0-9]{2,4}$", "");
        Path file = out.resolveSibling((name.contains("副本") ? name : name + "-" + NAME) + SUFFIX);
        if (Files.exists(file)) throw new Failure(StorageProblem.FILE_EXISTS, file);
        return file.toAbsolutePath();
    }

    private static Sha256 hash(Path file) throws Failure {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
        }
    }
}
