package packwitness.ui.shell;

import packwitness.capture.CameraPasswords;
import packwitness.capture.Cameras;
import packwitness.capture.FoundCamera;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.storage.Vault;
import packwitness.ui.start.CameraChoice;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Opens real vaults. */
public record ShopOpener(ShopSettings settings, Clock clock) implements Opener {
    @Override
    public OpenShop open(Path vault, boolean demo) throws Failure {
        return open(vault, demo, Role.SUPPORT);
    }

    @Override
    public OpenShop open(Path vault, boolean demo, Role plain) throws Failure {
        if (demo && !Vault.isVault(vault)) Shop.useTestAuthority(vault);
        return OpenShop.of(Shop.open(vault, settings, clock), plain);
    }

    @Override
    public String keepSecrets(String camera) throws Failure {
        return CameraPasswords.ofThisUser().keep(camera);
    }

    @Override
    public List<CameraChoice> cameras() {
        return Cameras.list().cameras().stream().map(ShopOpener::choice).toList();
    }

    private static CameraChoice choice(FoundCamera camera) {
        String size =
                camera.chosen()
                        .mode()
                        .map(mode -> "   " + mode.width() + " × " + mode.height())
                        .orElse("");
        return new CameraChoice(camera.uri(), camera.name() + size);
    }
}
