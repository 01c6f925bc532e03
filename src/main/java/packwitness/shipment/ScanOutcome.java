package packwitness.shipment;

import packwitness.orders.Refund;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;

import java.util.Optional;

/**
 * What a scan did. Where {@code kind} says that a take began, its row is on the disk already.
 *
 * @param text the line as normalised
 * @param take the overview of the take it concerns, or its only original
 * @param takeNumber 1 or higher where it concerns a take, else 0
 * @param refund the open refund of the order that is being packed: the packer stops, the recording
 *     does not
 */
public record ScanOutcome(
        Kind kind,
        String text,
        Optional<ShipmentId> shipment,
        Optional<TakeId> take,
        int takeNumber,
        Optional<Refund> refund) {

    /** Makes an outcome without a refund. */
    public ScanOutcome(
            Kind kind,
            String text,
            Optional<ShipmentId> shipment,
            Optional<TakeId> take,
            int takeNumber) {
        this(kind, text, shipment, take, takeNumber, Optional.empty());
    }

    /** The answers of the desk. */
    public enum Kind {
        /** The first parcel after a pause. */
        STARTED,
        /** The parcel before was closed and this one begun, with no frame between. */
        SWITCHED,
        /** A parcel that had been packed before is recorded again. */
        TAKE_TWO,
        /** A parcel was begun by a code of its order or goods; its waybill comes later. */
        OPENED,
        /** The waybill of the parcel on the table came. */
        BOUND,
        /** A code of order or goods was noted for the parcel on the table. */
        NOTED,
        /** The same label within two seconds: the scanner bounced. */
        BOUNCE,
        /** The running take was closed by its control code. */
        STOPPED,
        /** The running take was marked. */
        MARKED,
        /** A badge: another packer. */
        OPERATOR,
        /** A control code that needs no record. */
        HELP,
        /** No parcel; nothing was begun, a running take goes on. */
        NOT_A_WAYBILL
    }

    public boolean began() {
        return kind == Kind.STARTED
                || kind == Kind.SWITCHED
                || kind == Kind.TAKE_TWO
                || kind == Kind.OPENED;
    }

    /** Returns whether the scan said which order is being packed. */
    boolean namesOrder() {
        return began() || kind == Kind.BOUND || kind == Kind.NOTED;
    }

    ScanOutcome with(Optional<Refund> found) {
        return new ScanOutcome(kind, text, shipment, take, takeNumber, found);
    }

    static ScanOutcome of(Kind kind, String text) {
        return new ScanOutcome(kind, text, Optional.empty(), Optional.empty(), 0);
    }
}
