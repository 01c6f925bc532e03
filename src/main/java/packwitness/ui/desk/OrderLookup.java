package packwitness.ui.desk;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import packwitness.shipment.DeskStatus;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Speaker;
import packwitness.ui.kit.Tone;
import packwitness.value.WaybillNo;

import java.util.Optional;

/**
 * Finds what is to be packed, once a parcel; the recording has begun long before. FX thread only.
 */
final class OrderLookup {
    private final DeskService desk;
    private final Background background;
    private final Speaker speaker;
    private final ReadOnlyObjectWrapper<Optional<DeskOrder>> order =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<WaybillNo> asked = Optional.empty();

    OrderLookup(DeskService desk, Background background, Speaker speaker) {
        this.desk = desk;
        this.background = background;
        this.speaker = speaker;
    }

    ReadOnlyObjectProperty<Optional<DeskOrder>> order() {
        return order.getReadOnlyProperty();
    }

    void follow(DeskStatus status) {
        Optional<WaybillNo> next = status.running().map(DeskStatus.Running::waybill);
        if (next.equals(asked)) return;
        asked = next;
        order.set(Optional.empty());
        next.ifPresent(waybill ->
                background.run(
                        () -> desk.order(waybill),
                        found -> {
                            if (next.equals(asked)) show(found);
                        },
                        // A parcel without its order is packed all the same.
                        e -> {}));
    }

    private void show(Optional<DeskOrder> found) {
        order.set(found);
        if (found.flatMap(DeskOrder::note).isPresent()) speaker.play(Tone.NOTE);
    }
}
