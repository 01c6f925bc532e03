package packwitness.ui.start;

import packwitness.capture.PreviewFrame;
import packwitness.orders.ImportPreview;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the first start asks of the house before a vault is open; all of it is slow. */
public interface StartService {
    /** Returns the cameras that can be found without being told an address. */
    List<CameraChoice> cameras();

    /** Opens a camera to be looked at. */
    Look look(String camera, String station) throws Failure;

    /** Asks an outside authority for a stamp of nothing in particular; returns how long it took. */
    Duration ask(String address) throws Failure;

    /** Notes in the folder of a new vault who attests the time; one that has a note keeps it. */
    void attest(Path vault, StampChoice choice) throws Failure;

    /** Reads a file of orders and says how it is understood; keeps nothing. */
    ImportPreview preview(Path file) throws Failure;

    /** Writes the sheet of control codes and badges, and returns the file. */
    Path controlSheet(Path folder, List<String> badges) throws Failure;

    /** Writes the notice to those who are filmed, and returns the file. */
    Path notice(Path folder, String shop, String contact) throws Failure;

    /** A camera that is looked at. Safe for any thread; closed by whoever opened it. */
    interface Look extends AutoCloseable {
        Optional<PreviewFrame> latest();

        /** Returns the newest bar code seen in the picture. */
        Optional<String> seen();

        @Override
        void close();
    }
}
