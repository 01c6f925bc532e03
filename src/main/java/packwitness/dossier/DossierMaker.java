package packwitness.dossier;

import packwitness.claim.ClaimBook;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.compare.PictureComparer;
import packwitness.law.Qualifier;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TimestampAuthority;
import packwitness.shipment.ShipmentIndex;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Makes the paper and the bag of a claim; safe for any thread. */
public final class DossierMaker {
    public DossierMaker(
            Vault vault,
            Ledger ledger,
            StampQueue stamps,
            List<TimestampAuthority> authorities,
            DeviceKey key,
            ShipmentIndex index,
            ClaimBook claims,
            PictureInspector inspector,
            PictureComparer comparer,
            Qualifier qualifier,
            Clock clock,
            String program) {}

    /**
     * Writes {@code dossier-<claim>-<addressee>.pdf} and the bag {@code bag-<claim>-<addressee>}
     * into the folder; nothing half-written is left there where it fails.
     */
    public MadeDossier make(ClaimId claim, Addressee addressee, Path folder) throws Failure {
        throw new IllegalStateException("not yet");
    }
}
