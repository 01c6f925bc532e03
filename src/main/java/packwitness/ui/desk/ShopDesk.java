package packwitness.ui.desk;

import packwitness.capture.PreviewFrame;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ScanOutcome;
import packwitness.value.Failure;

import java.util.Optional;
import java.util.function.Consumer;

/** The packing desk of an opened shop. */
public record ShopDesk(PackingDesk desk) implements DeskService {
    @Override
    public void arm(String camera, String station) throws Failure {
        desk.arm(camera, station);
    }

    @Override
    public void disarm() {
        desk.disarm();
    }

    @Override
    public ScanOutcome scan(String line) throws Failure {
        return desk.scan(line);
    }

    @Override
    public void stop() {
        desk.stop();
    }

    @Override
    public DeskStatus status() {
        return desk.status();
    }

    @Override
    public Optional<PreviewFrame> latestFrame() {
        return desk.latestFrame();
    }

    @Override
    public void listen(Consumer<DeskEvent> listener) {
        desk.listen(listener);
    }

    @Override
    public void forget(Consumer<DeskEvent> listener) {
        desk.forget(listener);
    }
}
