package packwitness.ui.imports;

import packwitness.orders.ImportPreview;
import packwitness.orders.ImportRecord;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shop.RefundCarrier;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;

/** What the import screen asks of a shop; every call may take its time. */
public interface ImportService {
    ImportPreview preview(Path file, Mapping chosen) throws Failure;

    Taken take(Path file, Mapping chosen, Progress progress) throws Failure;

    OrderImport.Undone undo(long importId) throws Failure;

    List<ImportRecord> history() throws Failure;

    /** What came of a file, and of the refunds in it. */
    record Taken(OrderImport.Imported imported, RefundCarrier.Carried carried) {}
}
