package packwitness.ui.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Coverage over a real index; each line leads to its parcels. */
class CoverageScreenTest extends UiTest {
    @TempDir Path folder;

    @Test
    void theDaysAreToldAndALineLeadsToItsParcels() throws Exception {
        try (KeptShop shop =
                KeptShop.open(folder.resolve("vault"), Instant.parse("2026-01-05T02:00:00Z"), 1)) {
            List<String> led = new ArrayList<>();
            Words words = new Words(Lang.ZH);
            CoverageViewModel model =
                    new CoverageViewModel(
                            (first, last) ->
                                    shop.index.coverage(first, last, shop.clock().getZone()),
                            new Background(Runnable::run, Runnable::run),
                            shop.clock());
            CoverageView view = open(shop, model, words, led);
            shoot("coverage-empty-zh");
            KeptShop.Parcel one = shop.pack(2);
            shop.order(one, "11112222", "小雨", 100);
            KeptShop.Parcel alone = shop.pack(2);
            KeptShop.Parcel lost = shop.pack(2);
            shop.order(lost, "33334444", "小明", 100);
            shop.vault
                    .database()
                    .write(tx ->
                            tx.run(
                                    "UPDATE order_waybill SET waybill = 'SF0000000000009' WHERE"
                                            + " waybill = ?",
                                    lost.waybill()));
            shop.pass(Duration.ofMinutes(1));
            robot.interact(view::shown);
            assertEquals(1, table("#coverage-days").getItems().size());
            assertEquals(1, table("#coverage-unrecorded").getItems().size());
            assertEquals(2, table("#coverage-unordered").getItems().size());
            shoot("coverage-zh");
            assertEquals("发出的包裹 50% 有录像", find("#coverage-share", Label.class).getText());
            enter("#coverage-days");
            enter("#coverage-stations");
            enter("#coverage-unrecorded");
            assertEquals(List.of("2026-01-05 -", "2026-01-05 1", "33334444"), led);
            assertEquals(false, alone.waybill().isEmpty());
            robot.interact(() -> words.speak(Lang.EN));
            press("#coverage-MONTH");
            size(1920, 1080);
            shoot("coverage-en");
            robot.interact(() -> Theme.DARK.dress());
            shoot("coverage-dark-en");
            robot.interact(() -> Theme.LIGHT.dress());
        }
    }

    private CoverageView open(
            KeptShop shop, CoverageViewModel model, Words words, List<String> led) {
        List<CoverageView> made = new ArrayList<>();
        open(stage -> {
            CoverageView view =
                    new CoverageView(
                            model,
                            words,
                            new Times(shop.clock().getZone()),
                            new Parcels() {
                                @Override
                                public void ofDay(LocalDate day, Optional<String> station) {
                                    led.add(day + " " + station.orElse("-"));
                                }

                                @Override
                                public void named(String number) {
                                    led.add(number);
                                }
                            });
            Scene scene = new Scene(view.node(), 1274, 700);
            Theme.LIGHT.dress();
            Theme.style(scene);
            stage.setScene(scene);
            stage.show();
            view.shown();
            made.add(view);
        });
        return made.getFirst();
    }

    private void enter(String id) {
        robot.interact(() -> {
            table(id).requestFocus();
            table(id).getSelectionModel().selectFirst();
        });
        robot.type(KeyCode.ENTER);
        settle();
    }

    private TableView<?> table(String id) {
        return find(id, TableView.class);
    }
}
