package packwitness.ui.shell;

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
        if (demo && !Vault.isVault(vault)) Shop.useTestAuthority(vault);
        return OpenShop.of(Shop.open(vault, settings, clock));
    }

    @Override
    public List<CameraChoice> cameras() {
        return List.of();
    }
}
