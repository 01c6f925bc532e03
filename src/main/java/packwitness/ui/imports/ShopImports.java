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

/** The imports of a real shop. */
public record ShopImports(OrderImport orders, RefundCarrier refunds) implements ImportService {
    private static final int SHOWN = 30;

    @Override
    public ImportPreview preview(Path file, Mapping chosen) throws Failure {
        return orders.preview(file, chosen);
    }

    @Override
    public Taken take(Path file, Mapping chosen, Progress progress) throws Failure {
        OrderImport.Imported imported = orders.take(file, chosen, progress);
        return new Taken(imported, refunds.carry(false));
    }

    @Override
    public OrderImport.Undone undo(long importId) throws Failure {
        return orders.undo(importId);
    }

    @Override
    public List<ImportRecord> history() throws Failure {
        return orders.history(SHOWN);
    }
}
