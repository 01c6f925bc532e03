package packwitness.ui.shipments;

import packwitness.keep.HoldReason;
import packwitness.ledger.Bracket;
import packwitness.shipment.Shipment;
import packwitness.shipment.Take;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One parcel with all that its page shows.
 *
 * @param holds why nothing of it may go; none where it is not on hold
 */
public record ShipmentPage(Shipment shipment, List<TakePage> takes, List<HoldReason> holds) {
    public ShipmentPage {
        takes = List.copyOf(takes);
        holds = List.copyOf(holds);
    }

    /** One recording of it: its file, the times that others attest, and when the video went. */
    public record TakePage(
            Take take,
            Path video,
            Bracket bracket,
            List<StillCard> stills,
            Optional<Instant> gone) {
        public TakePage {
            stills = List.copyOf(stills);
        }
    }

    /** A still and its file. */
    public record StillCard(Take.Still still, Path file) {}
}
