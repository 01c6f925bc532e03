package packwitness.ui.shipments;

import packwitness.ledger.Bracket;
import packwitness.orders.OrderImport;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the search screen asks of the index; safe for any thread; all of it may take time. */
public interface ShipmentService {
    /** Returns the newest parcels that fit; an empty text gives the newest of all. */
    List<Shipment> find(String text, int limit) throws Failure;

    Optional<Shipment> show(ShipmentId id) throws Failure;

    void hold(ShipmentId id, boolean on, String why) throws Failure;

    /** Returns the video of a take, which may still be growing. */
    Path video(Take take) throws Failure;

    /** Returns the file of a still. */
    Path still(Take.Still still);

    /** Returns between which attested times the take was recorded. */
    Bracket bracket(Take take) throws Failure;

    /** Takes in the order file of a platform. */
    OrderImport.Imported importOrders(Path file) throws Failure;

    /** Notes that somebody watched it. */
    void viewed(ShipmentId id) throws Failure;
}
