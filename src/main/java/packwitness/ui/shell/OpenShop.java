package packwitness.ui.shell;

import packwitness.setting.SettingBook;
import packwitness.shop.Access;
import packwitness.shop.Role;
import packwitness.shop.Shop;
import packwitness.ui.check.CheckService;
import packwitness.ui.check.Checks;
import packwitness.ui.claims.ClaimService;
import packwitness.ui.claims.ShopClaims;
import packwitness.ui.coverage.CoverageService;
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
 * @param access who stands before the window
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
        CoverageService coverage,
        RulesService rules,
        SettingBook settings,
        Access access,
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
        return of(shop, Role.SUPPORT);
    }

    /**
     * Gives the screens what they need of a shop, each call let in by the table of doors.
     *
     * @param plain whom the window serves once a passphrase is set and the owner has not entered
     */
    public static OpenShop of(Shop shop, Role plain) {
        Access access = Access.begin(shop, plain);
        return new OpenShop(
                Guarded.by(access, DeskService.class, "desk", new ShopDesk(shop)),
                Guarded.by(
                        access,
                        ShipmentService.class,
                        "shipments",
                        new ShopShipments(
                                shop.index(),
                                shop.orders(),
                                shop.ledger(),
                                shop.vault().files(),
                                shop.retention(),
                                shop.clock(),
                                access::who)),
                Guarded.by(access, FilmService.class, "films", new ShopFilms(shop)),
                Guarded.by(
                        access,
                        CheckService.class,
                        "checks",
                        new Checks(Optional.of(shop.vault().root()))),
                Guarded.by(access, ClaimService.class, "claims", new ShopClaims(shop)),
                Guarded.by(access, ImportService.class, "imports", new ShopImports(shop)),
                Guarded.by(access, KeepService.class, "keep", new ShopKeep(shop)),
                Guarded.by(access, FiguresService.class, "figures", shop::figures),
                Guarded.by(
                        access,
                        CoverageService.class,
                        "coverage",
                        (first, last) ->
                                shop.index().coverage(first, last, shop.clock().getZone())),
                Guarded.by(
                        access, RulesService.class, "rules", new OwnRulesService(shop.ownRules())),
                shop.settings(),
                access,
                shop.recovered().size(),
                shop::checkpoint,
                shop::close);
    }
}
