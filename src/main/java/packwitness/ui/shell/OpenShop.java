package packwitness.ui.shell;

import packwitness.setting.SettingBook;
import packwitness.shop.Shop;
import packwitness.ui.check.CheckService;
import packwitness.ui.check.Checks;
import packwitness.ui.claims.ClaimService;
import packwitness.ui.claims.ShopClaims;
import packwitness.ui.desk.DeskService;
import packwitness.ui.desk.ShopDesk;
import packwitness.ui.figures.FiguresService;
import packwitness.ui.imports.ImportService;
import packwitness.ui.imports.ShopImports;
import packwitness.ui.keep.KeepService;
import packwitness.ui.keep.ShopKeep;
import packwitness.ui.rules.OwnRulesService;
import packwitness.ui.rules.RulesService;
import packwitness.ui.shipments.FilmService;
import packwitness.ui.shipments.ShipmentService;
import packwitness.ui.shipments.ShopFilms;
import packwitness.ui.shipments.ShopShipments;
import packwitness.value.Failure;

import java.util.Optional;

/**
 * The services of one opened vault.
 *
 * @param recovered how many recordings a program that died had left open
 * @param checkpoint signs what is new and asks for time stamps; slow
 * @param closing ends the running recording and closes the vault; slow
 */
public record OpenShop(
        DeskService desk,
        ShipmentService shipments,
        FilmService films,
        CheckService checks,
        ClaimService claims,
        ImportService imports,
        KeepService keep,
        FiguresService figures,
        RulesService rules,
        SettingBook settings,
        int recovered,
        Checkpoint checkpoint,
        Runnable closing) {
    /** Signs what is new. */
    @FunctionalInterface
    public interface Checkpoint {
        void sign() throws Failure;
    }

    /** Gives the screens what they need of a shop, which is closed with the window. */
    public static OpenShop of(Shop shop) {
        return new OpenShop(
                new ShopDesk(shop),
                new ShopShipments(
                        shop.index(),
                        shop.orders(),
                        shop.ledger(),
                        shop.vault().files(),
                        shop.clock()),
                new ShopFilms(shop),
                new Checks(Optional.of(shop.vault().root())),
                new ShopClaims(shop),
                new ShopImports(shop.orders(), shop.refunds()),
                new ShopKeep(shop),
                shop::figures,
                new OwnRulesService(shop.ownRules()),
                shop.settings(),
                shop.recovered().size(),
                shop::checkpoint,
                shop::close);
    }
}
