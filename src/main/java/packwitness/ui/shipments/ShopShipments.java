package packwitness.ui.shipments;

import packwitness.keep.HoldReason;
import packwitness.keep.Retention;
import packwitness.ledger.Bracket;
import packwitness.ledger.Ledger;
import packwitness.orders.Mapping;
import packwitness.orders.OrderImport;
import packwitness.orders.Progress;
import packwitness.shipment.FilterNames;
import packwitness.shipment.FoundPage;
import packwitness.shipment.ParcelLine;
import packwitness.shipment.Shipment;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.ShipmentQuery;
import packwitness.shipment.Take;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.storage.Cancellation;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The index of an opened shop.
 *
 * @param who who looks at it, for the ledger
 */
public record ShopShipments(
        ShipmentIndex index,
        OrderImport orders,
        Ledger ledger,
        EvidenceFolder files,
        Retention retention,
        Clock clock,
        Supplier<String> who)
        implements ShipmentService {
    @Override
    public FoundPage<ParcelLine> find(
            ShipmentQuery query, Optional<PageKey> after, Cancellation cancellation)
            throws Failure {
        return index.lines(query, after, cancellation);
    }

    @Override
    public List<NotFound> why(String text) throws Failure {
        return index.why(text);
    }

    @Override
    public FilterNames names() throws Failure {
        return index.names();
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    @Override
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    @Override
    public Path file(String relative) {
        return files.at(relative);
    }

    @Override
    public Optional<Instant> gone(Take take) throws Failure {
        return index.videoGone(take.id());
    }

    @Override
    public void revealed(ShipmentId id) throws Failure {
        index.revealed(id, "buyer, note", "desktop", who.get());
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
    public List<HoldReason> holds(ShipmentId id) throws Failure {
        return retention.holds(id);
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
        Bracket begun = ledger.bracketOf(take.startSeq());
        if (take.stop().isEmpty()) return begun;
        Bracket ended = ledger.bracketOf(take.stop().get().seq());
        return new Bracket(
                begun.notBefore(), begun.notBeforeBy(), ended.notAfter(), ended.notAfterBy());
    }

    @Override
    public OrderImport.Imported importOrders(Path file, Progress progress) throws Failure {
        OrderImport.Imported done = orders.take(file, Mapping.NONE, progress);
        index.settleLater();
        return done;
    }

    @Override
    public void viewed(ShipmentId id) throws Failure {
        index.viewed(id, "desktop");
    }
}
