package packwitness.ui.shipments;

import packwitness.ledger.Entry;
import packwitness.shipment.FilmMark;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.ClipCopy;
import packwitness.shop.FrameCopy;
import packwitness.shop.ShopProblem;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/** A vault without films. */
final class NoFilms implements FilmService {
    @Override
    public List<FilmMark> marks(Take take) {
        return List.of();
    }

    @Override
    public void mark(Shipment parcel, Take take, FilmMark mark, long frame) {}

    @Override
    public void unmark(Shipment parcel, Take take, FilmMark.Kind kind) {}

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
        throw new Failure(ShopProblem.NOT_SEALED, take.file());
    }

    @Override
    public FrameCopy.Made frame(Shipment parcel, Take take, Duration at) throws Failure {
        throw new Failure(ShopProblem.NOT_SEALED, take.file());
    }

    @Override
    public void copied(Shipment parcel) {}

    @Override
    public Path copies() {
        return Path.of("copies");
    }

    @Override
    public List<Entry> history(Shipment parcel) {
        return List.of();
    }
}
