package packwitness.shipment;

import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.ledger.Ledger;
import packwitness.recording.Segment;
import packwitness.scan.Scan;
import packwitness.scan.ScanRules;
import packwitness.shipment.search.Finder;
import packwitness.shipment.search.IdPage;
import packwitness.shipment.search.NotFound;
import packwitness.shipment.search.PageKey;
import packwitness.shipment.search.WhyNot;
import packwitness.storage.Cancellation;
import packwitness.storage.Transaction;
import packwitness.storage.Vault;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The index of all parcels; safe for any thread. */
public final class ShipmentIndex {
    private final Vault vault;
    private final Ledger ledger;
    private final Finder finder;

    public ShipmentIndex(Vault vault, Ledger ledger) {
        this.vault = vault;
        this.ledger = ledger;
        this.finder = new Finder(vault.database());
    }

    /**
     * Lets the search take in what many new orders or an older program left, while scans go on;
     * nothing is missed in the meantime, but found more slowly.
     */
    public void settleLater() {
        finder.settleLater();
    }

    /** Does the same and returns when all is taken in. */
    public void settle() throws Failure {
        finder.settle();
    }

    /** Seals the takes that a program which died left open, where no program records now. */
    public List<TakeId> sealLeftOpen() throws Failure {
        return new LeftOpen(vault, new TakeLog(vault, ledger)).sealAll();
    }

    /**
     * Returns the parcels that fit the text: any four or more characters of a waybill, an order
     * number or a scanned code, any part of a buyer's name, a note or a title, one Chinese
     * character upwards. Several words must all fit; of a whole message one of its numbers must.
     * Spaces, dashes, width and case do not matter, nor O for 0 and I for 1. Those whose number
     * ends so come first, each part newest first. An empty text gives the newest parcels.
     */
    public List<Shipment> find(String text, int limit) throws Failure {
        return find(ShipmentQuery.of(text, limit));
    }

    /** Returns the first parcels that fit all that is asked. */
    public List<Shipment> find(ShipmentQuery query) throws Failure {
        return find(query, Optional.empty()).rows();
    }

    /**
     * Returns as many parcels as the query allows.
     *
     * @param after where the page before ended; empty for the first
     */
    public FoundPage<Shipment> find(ShipmentQuery query, Optional<PageKey> after) throws Failure {
        return vault.database()
                .read(tx -> {
                    List<Shipment> found = new ArrayList<>();
                    Optional<PageKey> next = after;
                    do {
                        IdPage page =
                                finder.page(
                                        tx,
                                        query.text(),
                                        query.filters(),
                                        query.limit() - found.size(),
                                        next);
                        for (long id : page.ids())
                            ShipmentTable.shipment(tx, new ShipmentId(id)).ifPresent(found::add);
                        next = page.next();
                    } while (next.isPresent() && found.size() < query.limit());
                    return new FoundPage<>(found, next);
                });
    }

    /**
     * Returns one page of lines for a list, as soon as there is anything: it may hold fewer than
     * asked while more follow.
     *
     * @param after where the page before ended; empty for the first
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    public FoundPage<ParcelLine> lines(
            ShipmentQuery query, Optional<PageKey> after, Cancellation cancellation)
            throws Failure {
        return vault.database()
                .read(
                        tx -> {
                            IdPage page =
                                    finder.page(
                                            tx,
                                            query.text(),
                                            query.filters(),
                                            query.limit(),
                                            after);
                            return new FoundPage<>(ParcelLines.of(tx, page.ids()), page.next());
                        },
                        cancellation);
    }

    /** Returns the names that the filters of a search can be set to. */
    public FilterNames names() throws Failure {
        return vault.database().read(FilterNames::read);
    }

    /** Compares what was shipped and what was recorded from the first day to the last. */
    public Coverage coverage(LocalDate first, LocalDate last, ZoneId zone) throws Failure {
        return vault.database().read(tx -> CoverageTable.between(tx, first, last, zone));
    }

    /** Returns when the video of a take went by the rules of keeping, where it did. */
    public Optional<Instant> videoGone(TakeId take) throws Failure {
        return vault.database()
                .read(tx ->
                        tx.first(
                                "SELECT coalesce(ended_at, moved_at, asked_at) AS at FROM"
                                        + " keep_removal WHERE take_id = ? AND kind = 'VIDEO' AND"
                                        + " state IN ('QUARANTINED', 'DELETING', 'DELETED')",
                                row -> row.instant("at"),
                                take.value()));
    }

    /** Returns why nothing fits a text, one finding a number in it; for answers without a row. */
    public List<NotFound> why(String text) throws Failure {
        return vault.database().read(tx -> WhyNot.explain(tx, text));
    }

    /**
     * Binds a parcel that was recorded without waybill, after the fact; what was recorded is not
     * touched. Returns the parcel that its takes belong to now.
     */
    public ShipmentId bind(ShipmentId id, WaybillNo waybill) throws Failure {
        return new DeskLog(vault, ledger).bind(id, waybill, "later").shipment();
    }

    /** Returns one parcel with all that is known of it. */
    public Optional<Shipment> show(ShipmentId id) throws Failure {
        return vault.database().read(tx -> ShipmentTable.shipment(tx, id));
    }

    /**
     * Returns the parcels of exactly this waybill, newest first; a reused number yields several.
     */
    public List<Shipment> ofWaybill(WaybillNo waybill) throws Failure {
        return vault.database()
                .read(tx -> {
                    List<Shipment> found = new ArrayList<>();
                    for (long id :
                            tx.list(
                                    "SELECT id FROM shipment WHERE waybill = ? ORDER BY id DESC",
                                    row -> row.number("id"),
                                    waybill.text()))
                        ShipmentTable.shipment(tx, new ShipmentId(id)).ifPresent(found::add);
                    return found;
                });
    }

    /** Returns the newest parcel of this waybill. */
    public Shipment require(String waybill) throws Failure {
        List<Shipment> found =
                ScanRules.shipped().read(waybill) instanceof Scan.Waybill w
                        ? ofWaybill(w.number())
                        : List.of();
        if (found.isEmpty()) found = find(waybill, 2);
        if (found.isEmpty()) throw new Failure(ShipmentProblem.UNKNOWN_WAYBILL, waybill);
        return found.getFirst();
    }

    /** Returns the links of a take's fragment chain, in order. */
    public List<Segment> segments(TakeId take) throws Failure {
        return vault.database().read(tx -> TakeTable.segments(tx, take));
    }

    /** Puts a parcel on hold, or takes it off; the reason is kept in the ledger. */
    public void hold(ShipmentId id, boolean on, String why) throws Failure {
        vault.database()
                .write(tx -> {
                    tx.run(
                            "UPDATE shipment SET hold_reason = ? WHERE id = ?",
                            on ? why : null,
                            id.value());
                    return ledger.append(
                            tx,
                            EntryKind.HOLD,
                            originals(tx, id).with("on", on).secret("why", why));
                });
    }

    /** Notes in the ledger that somebody looked at the video or the data of a parcel. */
    public void viewed(ShipmentId id, String how) throws Failure {
        vault.database()
                .write(tx -> ledger.append(tx, EntryKind.VIEW, originals(tx, id).with("how", how)));
    }

    /**
     * Notes in the ledger that somebody had personal data of a parcel shown in full; called before
     * it is shown.
     *
     * @param what the fields, such as {@code buyer, note}
     * @param door through which it was asked: {@code cli}, {@code desktop}
     * @param who name or badge of the person, kept as a salted hash
     */
    public void revealed(ShipmentId id, String what, String door, String who) throws Failure {
        vault.database()
                .write(tx -> {
                    Facts said =
                            originals(tx, id)
                                    .with("how", "buyer shown")
                                    .with("what", what)
                                    .with("by", door);
                    return ledger.append(
                            tx, EntryKind.VIEW, who.isBlank() ? said : said.secret("who", who));
                });
    }

    /** Says which bytes it is about: the hash of each original of the parcel. */
    private static Facts originals(Transaction tx, ShipmentId id) throws SQLException {
        Facts facts = Facts.of().shipment(id);
        List<String> hashes =
                tx.list(
                        "SELECT sha256 FROM take WHERE shipment_id = ? AND sha256 IS NOT NULL"
                                + " ORDER BY id",
                        row -> row.text("sha256"),
                        id.value());
        for (int i = 0; i < hashes.size(); i++)
            facts.with("original_" + (i + 1) + "_sha256", hashes.get(i));
        return facts;
    }
}
