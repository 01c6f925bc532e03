package packwitness.ui.imports;

import packwitness.orders.ImportPreview;
import packwitness.orders.ImportRecord;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.orders.WatchedFolder;
import packwitness.shop.RefundCarrier;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the import screen asks of a shop; every call may take its time. */
public interface ImportService {
    ImportPreview preview(Path file, Mapping chosen) throws Failure;

    Taken take(Path file, Mapping chosen, Progress progress) throws Failure;

    OrderImport.Undone undo(long importId, Progress progress) throws Failure;

    List<ImportRecord> history() throws Failure;

    /** Returns the watched folder and what became of its files, the newest first. */
    Watched watched() throws Failure;

    /** Watches this folder from now on, or none. */
    void watch(Optional<Path> folder) throws Failure;

    /** Takes in what is new and quiet in the watched folder; returns how many files that were. */
    int look() throws Failure;

    /** What came of a file, and of the refunds in it. */
    record Taken(OrderImport.Imported imported, RefundCarrier.Carried carried) {}

    /** The watched folder, if any, and its files. */
    record Watched(Optional<Path> folder, List<WatchedFolder.Seen> seen) {
        public Watched {
            seen = List.copyOf(seen);
        }
    }
}
