package packwitness.ui.desk;

import packwitness.capture.PreviewFrame;
import packwitness.orders.OrderTable;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.StationPlan;
import packwitness.shipment.View;
import packwitness.shop.Shop;
import packwitness.value.Failure;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The packing desk of an opened shop. */
public record ShopDesk(Shop shop) implements DeskService {
    private PackingDesk desk() {
        return shop.desk();
    }

    @Override
    public Path controlSheet() throws Failure {
        return shop.controlSheet();
    }

    @Override
    public void arm(StationPlan plan) throws Failure {
        desk().arm(plan);
    }

    @Override
    public void disarm() {
        desk().disarm();
    }

    @Override
    public ScanOutcome scan(String line) throws Failure {
        return desk().scan(line);
    }

    @Override
    public void stop() {
        desk().stop();
    }

    @Override
    public DeskStatus status() {
        return desk().status();
    }

    @Override
    public Optional<DeskOrder> order(WaybillNo waybill) throws Failure {
        return DeskOrder.of(shop.vault().database().read(tx -> OrderTable.ofWaybill(tx, waybill)));
    }

    @Override
    public DeskClock clock() throws Failure {
        return shop.ledger()
                .clockOffset()
                .map(offset -> new DeskClock(Optional.of(offset.ahead()), Optional.of(offset.at())))
                .orElse(DeskClock.UNKNOWN);
    }

    @Override
    public Optional<PreviewFrame> latestFrame() {
        return desk().latestFrame();
    }

    @Override
    public Optional<PreviewFrame> latestFrame(View view) {
        return desk().latestFrame(view);
    }

    @Override
    public void listen(Consumer<DeskEvent> listener) {
        desk().listen(listener);
    }

    @Override
    public void forget(Consumer<DeskEvent> listener) {
        desk().forget(listener);
    }
}
