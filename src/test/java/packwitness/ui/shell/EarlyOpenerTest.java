package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.storage.StorageProblem;
import packwitness.ui.start.CameraChoice;
import packwitness.value.Beijing;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class EarlyOpenerTest {
    private static final Clock CLOCK = Clock.system(Beijing.TIME);

    @TempDir Path folder;
    private final ExecutorService worker = Executors.newFixedThreadPool(2);
    private final List<Path> opened = Collections.synchronizedList(new ArrayList<>());
    private final List<Path> closed = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void end() {
        worker.shutdownNow();
    }

    /** Opens real vaults and keeps in mind which. */
    private final class Watched implements Opener {
        private final ShopSettings settings =
                new ShopSettings("test", folder.resolve("passphrase"), 1).withRounds(1000);

        @Override
        public OpenShop open(Path vault, boolean demo) throws Failure {
            opened.add(vault);
            if (vault.endsWith("broken")) throw new Failure(StorageProblem.DATABASE_BROKEN, vault);
            OpenShop shop = OpenShop.of(Shop.open(vault, settings, CLOCK));
            return new OpenShop(
                    shop.desk(),
                    shop.shipments(),
                    shop.films(),
                    shop.checks(),
                    shop.claims(),
                    shop.imports(),
                    shop.keep(),
                    shop.figures(),
                    shop.coverage(),
                    shop.rules(),
                    shop.settings(),
                    shop.access(),
                    shop.recovered(),
                    shop.checkpoint(),
                    () -> {
                        closed.add(vault);
                        shop.closing().run();
                    });
        }

        @Override
        public List<CameraChoice> cameras() {
            return List.of();
        }
    }

    private DesktopContext context(Path vault) {
        return TestContext.of(folder, CLOCK, worker, new Watched(), vault, Manner.WINDOW);
    }

    @Test
    void theVaultOfTheLastStartIsOpenedOnceAndHandedToWhoAsks() throws Exception {
        Path vault = folder.resolve("vault");
        try (EarlyOpener early = EarlyOpener.begin(context(vault))) {
            OpenShop shop = early.open(vault, true, Role.SUPPORT);
            assertEquals(List.of(vault), opened);
            shop.closing().run();
            OpenShop again = early.open(vault, true, Role.SUPPORT);
            assertNotSame(shop, again);
            assertEquals(List.of(vault, vault), opened);
            again.closing().run();
        }
        assertEquals(List.of(vault, vault), closed);
    }

    @Test
    void aVaultThatNobodyAskedForIsClosed() throws Exception {
        Path vault = folder.resolve("vault");
        Path other = folder.resolve("other");
        try (EarlyOpener early = EarlyOpener.begin(context(vault))) {
            early.open(other, false, Role.SUPPORT).closing().run();
            assertEquals(List.of(other), closed);
        }
        assertEquals(List.of(other, vault), closed);
    }

    @Test
    void whatKeepsAVaultFromOpeningIsToldToWhoAsks() throws Exception {
        Path vault = folder.resolve("broken");
        try (EarlyOpener early = EarlyOpener.begin(context(vault))) {
            Failure told = assertThrows(Failure.class, () -> early.open(vault, true, Role.SUPPORT));
            assertSame(StorageProblem.DATABASE_BROKEN, told.problem());
        }
        assertEquals(List.of(vault), opened);
        try (EarlyOpener early = EarlyOpener.begin(context(vault))) {
            assertEquals(List.of(), early.cameras());
        }
        assertEquals(List.of(), closed);
    }
}
