package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shop.Access;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.ui.kit.Background;
import packwitness.ui.shell.RoleViewModel.Asking;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

class RoleViewModelTest {
    @TempDir Path folder;
    private final RoleViewModel model =
            new RoleViewModel(new Background(Runnable::run, Runnable::run));
    private Shop shop;

    @BeforeEach
    void open() throws Failure {
        shop =
                Shop.open(
                        folder.resolve("vault"),
                        new ShopSettings("test", folder.resolve("passphrase"), 1).withRounds(1000),
                        Clock.system(ZoneId.of("Asia/Shanghai")));
        model.open(Access.begin(shop, Role.SUPPORT));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void withoutPassphraseTheOwnerIsThereAndIsOfferedToSetOne() {
        assertFalse(model.sitting().get().guarded());
        assertEquals(Role.OWNER, model.sitting().get().role());
        model.change();
        assertEquals(Asking.SET, model.asking().get());
        model.set("correct horse".toCharArray(), "correct house".toCharArray());
        assertTrue(model.different().get());
        assertFalse(model.sitting().get().guarded());
        model.set("short".toCharArray(), "short".toCharArray());
        assertNotNull(model.trouble().get());
        set();
        assertTrue(model.sitting().get().guarded());
        assertEquals(Asking.NOTHING, model.asking().get());
    }

    @Test
    void whoSetThePassphraseStaysTheOwnerUntilHeLeavesAndComesBackWithIt() {
        model.change();
        set();
        assertEquals(Role.OWNER, model.sitting().get().role());
        model.change();
        assertEquals(Role.SUPPORT, model.sitting().get().role());
        model.change();
        assertEquals(Asking.ENTER, model.asking().get());
        char[] wrong = "incorrect".toCharArray();
        model.enter(wrong);
        assertNotNull(model.trouble().get());
        assertEquals("         ", String.valueOf(wrong), "what was typed is wiped");
        assertEquals(Role.SUPPORT, model.sitting().get().role());
        model.enter("correct horse".toCharArray());
        assertEquals(Role.OWNER, model.sitting().get().role());
    }

    @Test
    void aDeedOfTheOwnersWaitsForHimAndIsForgottenWhenNobodyComes() {
        List<String> done = new ArrayList<>();
        model.asOwner(() -> done.add("open shop"));
        assertEquals(List.of("open shop"), done);
        model.change();
        set();
        model.change();
        model.asOwner(() -> done.add("left kiosk"));
        assertEquals(List.of("open shop"), done);
        model.forget();
        model.change();
        model.enter("correct horse".toCharArray());
        assertEquals(List.of("open shop"), done, "the deed before was given up");
        model.change();
        model.asOwner(() -> done.add("left kiosk"));
        model.enter("correct horse".toCharArray());
        assertEquals(List.of("open shop", "left kiosk"), done);
    }

    @Test
    void aRequestForALostPassphraseIsShownToWhoIsAsked() throws Failure {
        model.change();
        set();
        shop.roles().lost().ask();
        model.look();
        assertTrue(model.sitting().get().lostFrom().isPresent());
        model.enter("correct horse".toCharArray());
        assertTrue(model.sitting().get().lostFrom().isEmpty());
    }

    private void set() {
        model.set("correct horse".toCharArray(), "correct horse".toCharArray());
    }
}
