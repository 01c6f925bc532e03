package packwitness.ui.shipments;

import packwitness.ledger.Bracket;
import packwitness.ledger.Ledger;
import packwitness.orders.OrderImport;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.Take;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The index of an opened shop. */
public record ShopShipments(
        ShipmentIndex index, OrderImport orders, Ledger ledger, EvidenceFolder files)
        implements ShipmentService {
    @Override
    public List<Shipment> find(String text, int limit) throws Failure {
        return index.find(text, limit);
    }

    @Override
    public Optional<Shipment> show(ShipmentId id) throws Failure {
        return index.show(id);
    }

    @Override
    public void hold(ShipmentId id, boolean on, String why) throws Failure {
        index.hold(id, on, why);
    }

    @Override
    public Path video(Take take) {
        Path sealed = files.at(take.file());
        // While it runs the file bears its working name.
        return Files.exists(sealed) ? sealed : files.at(take.file() + ".part");
    }

    @Override
    public Path still(Take.Still still) {
        return files.at(still.file());
    }

    @Override
    public Bracket bracket(Take take) throws Failure {
        return ledger.bracketOf(take.stop().map(Take.Stop::seq).orElse(take.startSeq()));
    }

    @Override
    public OrderImport.Imported importOrders(Path file) throws Failure {
        return orders.take(file);
    }

    @Override
    public void viewed(ShipmentId id) throws Failure {
        index.viewed(id, "desktop");
    }
}
