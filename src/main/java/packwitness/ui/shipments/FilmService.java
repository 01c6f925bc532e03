package packwitness.ui.shipments;

import packwitness.ledger.Entry;
import packwitness.shipment.FilmMark;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.shop.ClipCopy;
import packwitness.shop.FrameCopy;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;

/** What the player asks of the vault besides the films; safe for any thread; may take time. */
public interface FilmService {
    List<FilmMark> marks(Take take) throws Failure;

    /** Sets a mark at a frame, or moves it there. */
    void mark(Shipment parcel, Take take, FilmMark mark, long frame) throws Failure;

    void unmark(Shipment parcel, Take take, FilmMark.Kind kind) throws Failure;

    /** Cuts a short film into the folder of copies; see {@link ClipCopy}. */
    ClipCopy.Made clip(
            Shipment parcel,
            Take take,
            Duration from,
            Duration to,
            long mostBytes,
            Cancellation cancellation,
            DoubleConsumer share)
            throws Failure;

    /** Saves the picture at this time into the folder of copies; see {@link FrameCopy}. */
    FrameCopy.Made frame(Shipment parcel, Take take, Duration at) throws Failure;

    /** Notes that a picture of the parcel was put on the clipboard. */
    void copied(Shipment parcel) throws Failure;

    /** Returns the folder of the copies. */
    Path copies();

    /** Returns all rows of the ledger about the parcel, oldest first. */
    List<Entry> history(Shipment parcel) throws Failure;
}
