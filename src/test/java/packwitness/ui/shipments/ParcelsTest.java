package packwitness.ui.shipments;

import javafx.scene.Scene;
import javafx.scene.control.TableView;

import packwitness.shipment.ParcelLine;
import packwitness.shop.Shop;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Beijing;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** The ground of tests of the parcels: the screen on a real shop. */
abstract class ParcelsTest extends UiTest {
    protected final Words words = new Words(Lang.ZH);
    protected final QuietOutside outside = new QuietOutside();

    /** Opens the screen on the parcels of this shop and returns its model. */
    protected ShipmentsViewModel show(
            Shop shop,
            FilmService films,
            Clock clock,
            Background background,
            BiConsumer<String, List<Path>> verify) {
        AtomicReference<ShipmentsViewModel> made = new AtomicReference<>();
        open(stage -> {
            Theme.LIGHT.dress();
            ShipmentsViewModel model =
                    new ShipmentsViewModel(
                            new ShopShipments(
                                    shop.index(),
                                    shop.orders(),
                                    shop.ledger(),
                                    shop.vault().files(),
                                    shop.retention(),
                                    clock,
                                    () -> "support"),
                            films,
                            background);
            made.set(model);
            ShipmentsView view =
                    new ShipmentsView(
                            model, words, new Times(Beijing.TIME), outside, shipment -> {}, verify);
            Scene scene = new Scene(view.node(), 1274, 740);
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
            view.shown();
        });
        return made.get();
    }

    @SuppressWarnings("unchecked")
    protected TableView<ParcelLine> results() {
        return find("#results", TableView.class);
    }
}
