package packwitness.shipment;

import packwitness.capture.CameraOpener;
import packwitness.storage.Vault;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** What the parts of one desk share; everything in it is safe for any thread. */
record DeskParts(
        Vault vault,
        Clock clock,
        Supplier<String> program,
        DeskSettings settings,
        CameraOpener cameras,
        TakeLog log,
        DeskLog desk,
        Voice voice,
        AlarmBoard board,
        OpenTakes open,
        DiskForecast forecast,
        StillCutter stills,
        CurrentTake current) {

    Optional<RunningTake> running() {
        return current.get();
    }

    String station() {
        return board.station();
    }

    /** Returns the bytes that may still be written to the vault; 0 where that cannot be told. */
    long freeBytes() {
        try {
            return Files.getFileStore(vault.root()).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
