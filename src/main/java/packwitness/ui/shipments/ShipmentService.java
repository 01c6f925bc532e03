package packwitness.ui.shipments;

import packwitness.keep.HoldReason;
import packwitness.ledger.Bracket;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shipment.FilterNames;
import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the search screen asks of the index; safe for any thread; all of it may take time. */
public interface ShipmentService {
    /**
     * Returns one page of the parcels that fit; an empty text gives the newest of all.
     *
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    FoundPage<ParcelLine> find(
            ShipmentQuery query, Optional<PageKey> after, Cancellation cancellation) throws Failure;

    /** Returns why nothing fits a text. */
    List<NotFound> why(String text) throws Failure;

    /** Returns the names that the filters can be set to. */
    FilterNames names() throws Failure;

    /** Returns today where the shop is. */
    LocalDate today();

    /** Returns the first moment of a day where the shop is. */
    Instant begin(LocalDate day);

    /** Returns where a file of the vault lies. */
    Path file(String relative);

    /** Returns when the video of a take went by the rules of keeping, where it did. */
    Optional<Instant> gone(Take take) throws Failure;

    /** Notes that somebody has buyer and notes of a parcel shown; called before they are. */
    void revealed(ShipmentId id) throws Failure;

    Optional<Shipment> show(ShipmentId id) throws Failure;

    void hold(ShipmentId id, boolean on, String why) throws Failure;

    /** Returns all reasons why nothing of the parcel may go. */
    List<HoldReason> holds(ShipmentId id) throws Failure;

    /** Returns the video of a take, which may still be growing. */
    Path video(Take take) throws Failure;

    /** Returns the file of a still. */
    Path still(Take.Still still);

    /** Returns between which attested times the take was recorded. */
    Bracket bracket(Take take) throws Failure;

    /** Takes in the order file of a platform. */
    OrderImport.Imported importOrders(Path file, Progress progress) throws Failure;

    /** Notes that somebody watched it. */
    void viewed(ShipmentId id) throws Failure;
}
