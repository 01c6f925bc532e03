package packwitness.ui.claims;

import packwitness.claim.ClaimState;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.shop.DemoMaterial;
import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A real vault with one recorded parcel and four claims against it; made once for many tests. */
final class ClaimVault implements AutoCloseable {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Path folder;
    private final Clock clock = Clock.system(ZONE);
    private final Shop shop;
    private final RefundClaim urgent;

    ClaimVault(Path folder) throws Failure, IOException, InterruptedException {
        this.folder = folder;
        Path vault = folder.resolve("vault");
        Shop.useTestAuthority(vault);
        shop = Shop.open(vault, new ShopSettings("test", folder.resolve("passphrase"), 1), clock);
        shop.arm("demo:?size=640x360&fps=12", "1");
        shop.desk().scan(DemoMaterial.WAYBILLS.getFirst());
        Thread.sleep(1500);
        shop.desk().disarm();
        shop.desk().finishStills();
        Path orders = folder.resolve("orders.csv");
        Files.writeString(orders, DemoMaterial.orders(clock.instant(), ZONE));
        shop.orders().take(orders);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        urgent = claim("拼多多", "杯子收到就是裂的，要求仅退款", 16_800, today, Duration.ofHours(4));
        claim("拼多多", "少发一件", 9_900, today.minusDays(9), Duration.ofHours(30));
        RefundClaim third = claim("淘宝", "杯口有缺角", 26_800, today.minusDays(20), Duration.ofDays(4));
        RefundClaim ended = claim("拼多多", "颜色不对", 5_900, today.minusDays(40), Duration.ofHours(1));
        shop.claims().outcome(ended.id(), ClaimState.WON, "录像里看得清面单和封箱");
        shop.claims().buyers().say(urgent.id(), third.id(), true, "同一收货电话");
        Path ours = folder.resolve("listing.jpg");
        Files.write(ours, DemoMaterial.listingPicture());
        shop.claims().add(urgent.id(), FileRole.LISTING, ours, "商品页原图");
    }

    private RefundClaim claim(
            String platform, String reason, long fen, LocalDate day, Duration left) throws Failure {
        ShipmentId parcel = shop.index().find("", 1).getFirst().id();
        return shop.claims()
                .open(
                        new NewClaim(
                                parcel,
                                platform,
                                reason,
                                new Fen(fen),
                                true,
                                day,
                                Optional.of(clock.instant().plus(left)),
                                Optional.of("小鱼儿")));
    }

    Shop shop() {
        return shop;
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns the claim whose platform listens for four hours more. */
    RefundClaim urgent() {
        return urgent;
    }

    /** Returns a file with the picture that the buyer sent. */
    Path buyerPicture() throws IOException {
        Path picture = folder.resolve("IMG_20261122.png");
        if (!Files.exists(picture)) Files.write(picture, DemoMaterial.buyerPicture());
        return picture;
    }

    Path exports() {
        return shop.vault().root().resolve("exports");
    }

    @Override
    public void close() {
        shop.close();
    }
}
