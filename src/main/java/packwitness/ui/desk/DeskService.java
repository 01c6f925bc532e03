package packwitness.ui.desk;

import packwitness.capture.PreviewFrame;
import packwitness.shipment.DeskEvent;
import packwitness.shipment.DeskStatus;
import packwitness.shipment.ScanOutcome;
import packwitness.shipment.StationPlan;
import packwitness.shipment.View;
import packwitness.value.Failure;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What the packing screen asks of the packing desk; safe for any thread. */
public interface DeskService {
    /** Opens the cameras and gets ready to record; slow. */
    void arm(StationPlan plan) throws Failure;

    /** Ends the running recording and lets the camera go; slow. */
    void disarm();

    /** Acts on what the scanner read; the answer comes when it is durable. */
    ScanOutcome scan(String line) throws Failure;

    /** Ends the running recording; the camera stays ready. */
    void stop();

    /** Writes the sheet of control codes and returns the file; slow. */
    Path controlSheet() throws Failure;

    DeskStatus status();

    /** Returns what is to be packed, by the orders imported so far; slow. */
    Optional<DeskOrder> order(WaybillNo waybill) throws Failure;

    /** Returns how far the clock of this machine was checked; slow. */
    DeskClock clock() throws Failure;

    Optional<PreviewFrame> latestFrame();

    /** Returns the newest picture of one view; nothing where there is no such camera. */
    Optional<PreviewFrame> latestFrame(View view);

    /** Adds a listener, which is called on the desk's own threads. */
    void listen(Consumer<DeskEvent> listener);

    void forget(Consumer<DeskEvent> listener);
}
