package packwitness.shop;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import packwitness.claim.ClaimBook;
import packwitness.dossier.DossierMaker;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.compare.PictureComparer;
import packwitness.law.Qualifier;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TestAuthority;
import packwitness.ledger.TimestampAuthority;
import packwitness.orders.OrderImport;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.TakeId;

/** An opened vault with everything that works on it; safe for any thread; whoever opens it closes it. */
public final class Shop implements AutoCloseable {
    private final Vault vault;
    private final Clock clock;
    private final Ledger ledger;
    private final StampQueue stamps;
    private final PackingDesk desk;
    private final ShipmentIndex index;
    private final OrderImport orders;
    private final ClaimBook claims;
    private final PictureInspector inspector;
    private final PictureComparer comparer;
    private final Qualifier qualifier;
    private final DossierMaker dossiers;
    private final List<TakeId> recovered;

    private Shop(Vault vault, ShopSettings settings, Clock clock) throws Failure {
        this.vault = vault;
        this.clock = clock;
        DeviceKey key =
                DeviceKey.openOrMake(
                        vault.root().resolve("keys").resolve("device.p12"),
                        Passphrase.of(settings.passphraseFile()),
                        clock);
        this.ledger = Ledger.open(vault.database(), key, clock);
        List<TimestampAuthority> authorities = settings.authorities(vault, clock);
        this.stamps = new StampQueue(vault.database(), ledger, authorities, clock);
        this.desk = new PackingDesk(vault, ledger, clock, settings.program());
        this.index = new ShipmentIndex(vault, ledger);
        this.orders = new OrderImport(vault, ledger, clock.getZone());
        this.claims = new ClaimBook(vault, ledger);
        this.inspector = new PictureInspector(TrustList.none());
        this.comparer = new PictureComparer();
        this.qualifier = Qualifier.shipped();
        this.dossiers = new DossierMaker();
        this.recovered = index.sealLeftOpen();
    }
}
