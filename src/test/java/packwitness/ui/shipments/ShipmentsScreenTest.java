package packwitness.ui.shipments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.EntryKind;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.storage.Transaction;
import packwitness.ui.kit.Background;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The screen of parcels over a real index, through real keys. */
class ShipmentsScreenTest extends ParcelsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-22T06:03:22Z");
    private static final int PARCELS = 300;

    @TempDir private Path folder;
    private Shop shop;

    @BeforeEach
    void openScreen() throws Failure {
        shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1),
                        Clock.fixed(NOW, ZONE));
        shop.vault().database().write(ShipmentsScreenTest::fill);
        show(
                shop,
                new ShopFilms(shop),
                Clock.fixed(NOW, ZONE),
                new Background(Runnable::run, Runnable::run),
                (number, films) -> {});
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aListIsPagedFilteredAndExplained() throws Exception {
        assertTrue(results().getItems().size() < PARCELS, "only what is looked at is read");
        shoot("shipments-list-zh");
        robot.interact(() -> {
            for (int i = 0; i < 10; i++) results().scrollTo(results().getItems().size() - 1);
        });
        settle();
        press("#chip-HOLD");
        assertEquals(PARCELS / 50, results().getItems().size());
        shoot("shipments-held-zh");
        press("#chip-HOLD");
        press("#chip-PLATFORM");
        robot.clickOn("拼多多");
        settle();
        assertEquals(0, results().getItems().size());
        shoot("shipments-filtered-zh");
        press("#filters-clear");
        assertTrue(results().getItems().size() > 0);
        robot.interact(() -> robot.lookup("#chip-STATION").query().requestFocus());
        robot.type(KeyCode.DOWN);
        settle();
        assertEquals("工位：1", find("#chip-STATION", MenuButton.class).getText());
        shoot("shipments-station-zh");
        robot.type(KeyCode.DELETE);
        settle();
        assertFalse(robot.lookup("#chips-clear").query().isVisible());
        press("#search");
        robot.write("8000017", 0);
        settle();
        assertEquals(1, results().getItems().size());
        robot.type(KeyCode.DOWN);
        settle();
        assertEquals("SF1234568000017", find("#shipment-waybill", Label.class).getText());
        shoot("shipments-parcel-zh");
        assertTrue(robot.lookup("小**").tryQuery().isPresent(), "the buyer is masked");
        press("#reveal-buyer");
        assertFalse(robot.lookup("#reveal-buyer").query().isVisible());
        assertTrue(
                shop.ledger().entriesOf(results().getItems().getFirst().id()).stream()
                        .anyMatch(row -> row.kind() == EntryKind.VIEW),
                "the ledger knows that somebody looked");
        robot.interact(() -> words.speak(Lang.EN));
        shoot("shipments-parcel-en");
        press("#search");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("77779999", 0);
        settle();
        assertTrue(find("#why-not", Label.class).getText().contains("never recorded"));
        shoot("shipments-nothing-en");
        robot.interact(() -> words.speak(Lang.ZH));
        shoot("shipments-nothing-zh");
    }

    private static boolean fill(Transaction tx) throws SQLException {
        tx.run(
                "INSERT INTO order_import (id, file, sha256, platform, orders, at) VALUES (1,"
                        + " 'a.csv', '', 'taobao', 1, 0)");
        tx.run("INSERT INTO title (id, text) VALUES (1, '青瓷杯 手工复古 大号'), (2, '木托盘')");
        tx.run(
                "INSERT INTO shop_order (id, platform, order_no, import_id) VALUES"
                        + " (?,'pinduoduo','1',1)",
                tx.nextId());
        for (int i = 0; i < PARCELS; i++) {
            String waybill = "SF123456%07d".formatted(8_000_000 + i);
            long order = tx.nextId();
            tx.run(
                    "INSERT INTO shop_order (id, platform, order_no, buyer, import_id) VALUES"
                            + " (?,'taobao',?,?,1)",
                    order,
                    "33445566" + i,
                    "小鱼儿" + i);
            tx.run("INSERT INTO order_waybill (order_id, waybill) VALUES (?,?)", order, waybill);
            tx.run(
                    "INSERT INTO order_item (order_id, line, title_id, quantity) VALUES (?,1,?,1)",
                    order,
                    1 + i % 2);
            tx.run(
                    "INSERT INTO shipment (id, waybill, station, first_scan, last_scan,"
                            + " hold_reason) VALUES (?,?,'1',?,?,?)",
                    tx.nextId(),
                    waybill,
                    NOW.minusSeconds(60L * i),
                    NOW.minusSeconds(60L * i),
                    i % 50 == 0 ? "买家投诉" : null);
        }
        return true;
    }
}
