package packwitness.ui.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.claim.ClaimBook;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.orders.Field;
import packwitness.orders.ImportPreview;
import packwitness.orders.ImportRecord;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shop.RefundCarrier;
import packwitness.storage.Vault;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The import screen over a real vault. */
class ImportScreenTest extends UiTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZONE);

    @TempDir Path folder;

    private record Service(OrderImport orders) implements ImportService {
        @Override
        public ImportPreview preview(Path file, Mapping chosen) throws Failure {
            return orders.preview(file, chosen);
        }

        @Override
        public Taken take(Path file, Mapping chosen, Progress progress) throws Failure {
            return new Taken(
                    orders.take(file, chosen, progress), new RefundCarrier.Carried(0, 0, 0, 0));
        }

        @Override
        public OrderImport.Undone undo(long importId) throws Failure {
            return orders.undo(importId);
        }

        @Override
        public List<ImportRecord> history() throws Failure {
            return orders.history(10);
        }
    }

    @Test
    void aFileIsSeenMappedTakenInAndUndone() throws Exception {
        Path file = folder.resolve("抖店订单.csv");
        Files.writeString(
                file,
                "主订单编号,子订单编号,选购商品,商品数量,订单应付金额,收件人,达人昵称,订单提交时间\n"
                    + "\t6901234567890123451,\t6901234567890123451,手工青瓷杯,2,168.00,张*,小主播,2026/11/21"
                    + " 10:00:00\n"
                    + "\t6901234567890123452,\t6901234567890123452,茶盘,1,abc,李*,小主播,2026/11/21"
                    + " 10:05:00\n");
        try (Vault vault = Vault.open(folder.resolve("vault"), CLOCK, 1)) {
            Ledger ledger =
                    Ledger.open(
                            vault.database(),
                            DeviceKey.openOrMake(folder.resolve("k"), "x".toCharArray(), CLOCK),
                            CLOCK);
            assertTrue(new ClaimBook(vault, ledger).list().isEmpty());
            ImportsViewModel model =
                    new ImportsViewModel(
                            new Service(new OrderImport(vault, ledger, ZONE)),
                            new Background(Runnable::run, Runnable::run));
            Words words = new Words(Lang.ZH);
            open(stage -> {
                Scene scene = new Scene(new ImportsView(model, words, new Times(ZONE)).node());
                Theme.LIGHT.dress();
                Theme.style(scene);
                stage.setScene(scene);
                stage.show();
            });
            size(1366, 768);
            robot.interact(() -> model.refresh());
            shoot("imports-empty");
            robot.interact(() -> model.choose(file));
            shoot("imports-preview");
            assertEquals(ImportStep.PREVIEW, model.step().get());
            assertEquals(
                    List.of("子订单编号", "收件人", "达人昵称"),
                    model.preview().get().orElseThrow().unmatched());
            robot.interact(() -> model.map("达人昵称", Optional.of(Field.BUYER)));
            assertEquals(List.of("子订单编号", "收件人"), model.preview().get().orElseThrow().unmatched());
            press("#import-start");
            assertEquals(ImportStep.DONE, model.step().get());
            shoot("imports-done");
            long id = model.history().getFirst().id();
            robot.interact(() -> words.speak(Lang.EN));
            press("#import-undo-" + id);
            shoot("imports-undone-en");
            assertEquals(ImportRecord.State.UNDONE, model.history().getFirst().state());
        }
    }
}
