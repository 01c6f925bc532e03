package packwitness.ui.shipments;

import packwitness.ledger.Entry;
import packwitness.shipment.FilmMark;
import packwitness.shipment.FilmMarks;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.ClipCopy;
import packwitness.shop.FrameCopy;
import packwitness.shop.Shop;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/** The films of an opened shop. */
public record ShopFilms(Shop shop) implements FilmService {
    @Override
    public List<FilmMark> marks(Take take) throws Failure {
        return films().of(take);
    }

    @Override
    public void mark(Shipment parcel, Take take, FilmMark mark, long frame) throws Failure {
        films().set(parcel.id(), take.id(), mark, frame);
    }

    @Override
    public void unmark(Shipment parcel, Take take, FilmMark.Kind kind) throws Failure {
        films().remove(parcel.id(), take.id(), kind);
    }

    private FilmMarks films() {
        return new FilmMarks(shop.vault(), shop.ledger());
    }

    @Override
    public ClipCopy.Made clip(
            Shipment parcel,
            Take take,
            Duration from,
            Duration to,
            long mostBytes,
            Cancellation cancellation,
            DoubleConsumer share)
            throws Failure {
        String name = ClipCopy.name(parcel.waybill(), take, from, shop.clock().getZone());
        return ClipCopy.make(
                shop,
                parcel.id(),
                take,
                video(take),
                from,
                to,
                mostBytes,
                free(copies().resolve(name)),
                cancellation,
                share);
    }

    /** The same stretch cut again gets a number; no file is written over. */
    private static Path free(Path wished) {
        Path file = wished;
        for (int i = 2; Files.exists(file); i++)
            file =
                    wished.resolveSibling(
                            String.valueOf(wished.getFileName())
                                    .replaceFirst("[.]mp4$", "-" + i + ".mp4"));
        return file;
    }

    @Override
    public FrameCopy.Made frame(Shipment parcel, Take take, Duration at) throws Failure {
        return FrameCopy.make(shop, parcel.id(), parcel.waybill(), take, video(take), at, copies());
    }

    private Path video(Take take) {
        return shop.vault().files().at(take.file());
    }

    @Override
    public void copied(Shipment parcel) throws Failure {
        shop.index().viewed(parcel.id(), "frame copied");
    }

    @Override
    public Path copies() {
        return shop.vault().root().resolve("exports").resolve("copies");
    }

    @Override
    public List<Entry> history(Shipment parcel) throws Failure {
        return shop.ledger().entriesOf(parcel.id());
    }
}
