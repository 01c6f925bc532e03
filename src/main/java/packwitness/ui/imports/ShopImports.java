package packwitness.ui.imports;

import packwitness.orders.ImportPreview;
import packwitness.orders.ImportRecord;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The imports of a real shop. */
public record ShopImports(Shop shop) implements ImportService {
    private static final int SHOWN = 30;

    @Override
    public ImportPreview preview(Path file, Mapping chosen) throws Failure {
        return shop.orders().preview(file, chosen);
    }

    @Override
    public Taken take(Path file, Mapping chosen, Progress progress) throws Failure {
        OrderImport.Imported imported = shop.orders().take(file, chosen, progress);
        shop.index().settleLater();
        return new Taken(imported, shop.refunds().carry(false));
    }

    @Override
    public OrderImport.Undone undo(long importId, Progress progress) throws Failure {
        OrderImport.Undone undone = shop.orders().undo(importId, progress);
        shop.index().settleLater();
        return undone;
    }

    @Override
    public List<ImportRecord> history() throws Failure {
        return shop.orders().history(SHOWN);
    }

    @Override
    public Watched watched() throws Failure {
        return new Watched(shop.watched().folder(), shop.watched().seen());
    }

    @Override
    public void watch(Optional<Path> folder) throws Failure {
        shop.watched().watch(folder);
    }

    @Override
    public int look() throws Failure {
        int seen = shop.watched().look().size();
        if (seen > 0) {
            shop.index().settleLater();
            shop.refunds().carry(false);
        }
        return seen;
    }
}
