package packwitness.ui.desk;

import packwitness.value.Failure;

import java.util.Optional;
import java.util.function.Consumer;

/** What the packing screen asks of the packing desk; safe for any thread. */
public interface DeskService {
    /** Opens the camera and gets ready to record; slow. */
    void arm(String camera, String station) throws Failure;

    /** Ends the running recording and lets the camera go; slow. */
    void disarm() throws Failure;

    /** Acts on what the scanner read; the answer comes when it is durable. */
    Scanned scan(String text) throws Failure;

    /** Ends the running recording; the camera stays ready. */
    void stop() throws Failure;

    /** Returns how things stand; at once. */
    DeskStatus status();

    /** Returns the newest picture of the camera; at once. */
    Optional<Shot> latest();

    /** Sends news until closed, on threads of the service. */
    AutoCloseable listen(Consumer<DeskNews> listener);
}
