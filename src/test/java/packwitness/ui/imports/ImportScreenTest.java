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
import packwitness.orders.WatchedFolder;
import packwitness.shop.RefundCarrier;
import packwitness.storage.Vault;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.QuietOutside;
import packwitness.ui.kit.Theme;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.UiTest;
import packwitness.ui.kit.Words;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
    private final QuietOutside outside = new QuietOutside();

    private record Service(OrderImport orders, WatchedFolder folder) implements ImportService {
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
        public OrderImport.Undone undo(long importId, Progress progress) throws Failure {
            return orders.undo(importId, progress);
        }

        @Override
        public List<ImportRecord> history() throws Failure {
            return orders.history(10);
        }

        @Override
        public Watched watched() throws Failure {
            return new Watched(folder.folder(), folder.seen());
        }

        @Override
        public void watch(Optional<Path> path) throws Failure {
            folder.watch(path);
        }

        @Override
        public int look() throws Failure {
            return folder.look().size();
        }
    }

    private static Service service(Vault vault, Ledger ledger) {
        OrderImport orders = new OrderImport(vault, ledger, ZONE);
        return new Service(orders, new WatchedFolder(vault, orders, CLOCK));
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
                            service(vault, ledger), new Background(Runnable::run, Runnable::run));
            Words words = new Words(Lang.ZH);
            open(stage -> {
                Scene scene =
                        new Scene(new ImportsView(model, words, new Times(ZONE), outside).node());
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
            assertEquals(ImportStep.PREVIEW, model.step().get());
        }
    }

    @Test
    void aWatchedFolderIsChosenToldOfAndSwitchedOff() throws Exception {
        Path watched = Files.createDirectory(folder.resolve("导出"));
        Path good = watched.resolve("发货.csv");
        Files.writeString(good, "订单号,快递公司,快递单号\n6901234567890,顺丰,SF1234567890123\n");
        Path bad = watched.resolve("坏.csv");
        Files.writeString(bad, "订单号,快递单号\n1.23E+17,SF1234567890124\n");
        for (Path file : List.of(good, bad))
            Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minusSeconds(60)));
        try (Vault vault = Vault.open(folder.resolve("vault"), CLOCK, 1)) {
            Ledger ledger =
                    Ledger.open(
                            vault.database(),
                            DeviceKey.openOrMake(folder.resolve("k"), "x".toCharArray(), CLOCK),
                            CLOCK);
            ImportsViewModel model =
                    new ImportsViewModel(
                            service(vault, ledger), new Background(Runnable::run, Runnable::run));
            Words words = new Words(Lang.ZH);
            open(stage -> {
                Scene scene =
                        new Scene(new ImportsView(model, words, new Times(ZONE), outside).node());
                Theme.LIGHT.dress();
                Theme.style(scene);
                stage.setScene(scene);
                stage.show();
            });
            size(1366, 768);
            robot.interact(() -> model.watch(Optional.of(watched)));
            settle();
            assertEquals(2, model.watched().get().seen().size());
            assertEquals(1, model.history().size());
            shoot("imports-watched-zh");
            robot.interact(() -> words.speak(Lang.EN));
            shoot("imports-watched-en");
            Files.delete(good);
            Files.delete(bad);
            Files.delete(watched);
            robot.interact(() -> model.glance());
            assertTrue(model.trouble().get() != null, "a folder that is away is told");
            shoot("imports-watched-away-en");
            press("#import-watch-off");
            assertTrue(model.watched().get().folder().isEmpty());
            robot.interact(() -> model.choose(List.of(file("a.csv"), file("b.csv"))));
            settle();
            assertEquals(1, model.queue().size());
            press("#import-next");
            assertEquals("b.csv", name(model));
            assertTrue(model.queue().isEmpty());
        }
    }

    private Path file(String name) {
        try {
            return Files.writeString(folder.resolve(name), "订单号,快递单号\n1,SF1234567890124\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(ImportsViewModel model) {
        return String.valueOf(model.preview().get().orElseThrow().file().getFileName());
    }
}
