package packwitness.shop;

import packwitness.claim.ClaimBook;
import packwitness.dossier.DossierMaker;
import packwitness.inspect.PictureInspector;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.compare.PictureComparer;
import packwitness.keep.Backup;
import packwitness.keep.Doer;
import packwitness.keep.Drill;
import packwitness.keep.Integrity;
import packwitness.keep.People;
import packwitness.keep.Retention;
import packwitness.keep.RetentionProgress;
import packwitness.law.Qualifier;
import packwitness.ledger.DeviceKey;
import packwitness.ledger.Ledger;
import packwitness.ledger.PaperKey;
import packwitness.ledger.StampQueue;
import packwitness.ledger.TimestampAuthority;
import packwitness.orders.OrderImport;
import packwitness.orders.WatchedFolder;
import packwitness.platform.OwnRules;
import packwitness.platform.PlatformRules;
import packwitness.setting.SettingBook;
import packwitness.shipment.PackingDesk;
import packwitness.shipment.ShipmentIndex;
import packwitness.shipment.StationPlan;
import packwitness.storage.StorageProblem;
import packwitness.storage.Vault;
import packwitness.value.Beijing;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * An opened vault with everything that works on it; safe for any thread; whoever opens it closes
 * it.
 */
public final class Shop implements AutoCloseable {
    private final Clock clock;
    private final Vault vault;
    private final Ledger ledger;
    private final StampQueue stamps;
    private final PackingDesk desk;
    private final ShipmentIndex index;
    private final OrderImport orders;
    private final ClaimBook claims;
    private final RefundCarrier refunds;
    private final WatchedFolder watched;
    private final PictureInspector inspector;
    private final PictureComparer comparer;
    private final Qualifier qualifier;
    private final DossierMaker dossiers;
    private final DeadlineBoard deadlines;
    private final Retention retention;
    private final Reminders reminders;
    private final OwnRules ownRules;
    private final Roles roles;
    private final BuyerStandings buyers;
    private final List<TakeId> recovered;
    private final Nightly nightly;

    private Shop(Vault vault, ShopSettings settings, Clock clock) throws Failure {
        this.clock = clock;
        this.vault = vault;
        DeviceKey key =
                DeviceKey.openOrMake(
                        deviceKey(vault.root()), Passphrase.of(settings.passphraseFile()), clock);
        List<TimestampAuthority> authorities = Authorities.of(vault, clock);
        this.ledger = Ledger.open(vault.database(), key, clock);
        this.stamps = new StampQueue(vault.database(), ledger, authorities, clock);
        this.desk =
                new PackingDesk(
                        vault,
                        ledger,
                        clock,
                        settings.named(),
                        OwnSettings.desk(settings.desk(), vault));
        this.index = new ShipmentIndex(vault, ledger);
        this.orders = new OrderImport(vault, ledger, Beijing.TIME);
        this.claims = new ClaimBook(vault, ledger);
        this.refunds = new RefundCarrier(vault, claims, clock);
        this.watched = new WatchedFolder(vault, orders, clock);
        this.inspector = new PictureInspector(trustList(vault), clock);
        this.comparer = new PictureComparer();
        this.qualifier = Qualifier.shipped();
        this.dossiers =
                new DossierMaker(
                        vault,
                        ledger,
                        stamps,
                        authorities,
                        () -> paperKey(vault, settings, key, clock),
                        index,
                        claims,
                        inspector,
                        comparer,
                        qualifier,
                        clock,
                        settings.named());
        this.deadlines = new DeadlineBoard(claims, dossiers, qualifier, clock);
        this.reminders = new Reminders(vault);
        this.ownRules = new OwnRules(vault);
        this.roles = new Roles(vault, ledger, clock, settings.rounds());
        this.buyers = new BuyerStandings(claims, dossiers, qualifier);
        this.recovered = index.sealLeftOpen();
        this.retention = new Retention(vault, ledger, clock);
        retention.finish(new Doer("start", ""), RetentionProgress.UNSEEN);
        this.nightly =
                new Nightly(
                        retention,
                        () -> desk.status().running().isPresent(),
                        clock,
                        System::nanoTime);
        this.index.settleLater();
    }

    /** Opens a vault, or makes a new one; takes that a dead program left open are sealed. */
    public static Shop open(Path folder, ShopSettings settings, Clock clock) throws Failure {
        return over(Vault.open(folder, clock, settings.station()), settings, clock);
    }

    /** Opens a vault that must be there already. */
    public static Shop openExisting(Path folder, ShopSettings settings, Clock clock)
            throws Failure {
        return over(Vault.openExisting(folder, clock, settings.station()), settings, clock);
    }

    /**
     * Lets the new vault use the local authority of the demonstration, unless it has authorities
     * already. Its stamps are marked TEST wherever they show.
     */
    public static void useTestAuthority(Path folder) throws Failure {
        Authorities.note(folder, "test");
    }

    private static Shop over(Vault vault, ShopSettings settings, Clock clock) throws Failure {
        try {
            return new Shop(vault, settings, clock);
        } catch (Failure | RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    /** The list of trusted signers that the owner has put into the vault, else none. */
    private static TrustList trustList(Vault vault) throws Failure {
        Path file = vault.root().resolve("c2pa-trust-list.pem");
        return Files.exists(file) ? TrustList.fromPem(file) : TrustList.none();
    }

    /** The company's own certificate signs papers where the owner has put one beside the key. */
    private static PaperKey paperKey(
            Vault vault, ShopSettings settings, DeviceKey device, Clock clock) throws Failure {
        Path company = company(vault.root());
        if (!Files.exists(company)) return PaperKey.of(device);
        return PaperKey.open(
                company, Passphrase.ofCompany(settings.passphraseFile()), clock.instant());
    }

    public Clock clock() {
        return clock;
    }

    static Path deviceKey(Path root) {
        return root.resolve("keys").resolve("device.p12");
    }

    static Path company(Path root) {
        return root.resolve("keys").resolve("company.p12");
    }

    public Vault vault() {
        return vault;
    }

    public Ledger ledger() {
        return ledger;
    }

    public StampQueue stamps() {
        return stamps;
    }

    public PackingDesk desk() {
        return desk;
    }

    public ShipmentIndex index() {
        return index;
    }

    public OrderImport orders() {
        return orders;
    }

    /** Returns what carries imported refunds to the claims. */
    public RefundCarrier refunds() {
        return refunds;
    }

    /** Returns the folder whose new files are taken in. */
    public WatchedFolder watched() {
        return watched;
    }

    public ClaimBook claims() {
        return claims;
    }

    public PictureInspector inspector() {
        return inspector;
    }

    public PictureComparer comparer() {
        return comparer;
    }

    public Qualifier qualifier() {
        return qualifier;
    }

    public DossierMaker dossiers() {
        return dossiers;
    }

    /** Writes the control sheet of today into the vault's exports and returns the file. */
    public Path controlSheet() throws Failure {
        Path folder = vault.root().resolve("exports");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, folder);
        }
        Path pdf = folder.resolve("control-sheet.pdf");
        SheetOfDay.write(ledger.newest(), List.of(), clock, pdf);
        return pdf;
    }

    /** Returns the open claims in the order in which something is lost. */
    public List<DueClaim> due() throws Failure {
        return deadlines.open(platformRules());
    }

    /** Returns the reminders that are due and were not shown yet, what ends first at the top. */
    public List<Reminder> reminders() throws Failure {
        return reminders.due(due(), clock.instant());
    }

    /** Notes that the owner was shown this reminder; it does not come again. */
    public void shown(Reminder reminder) throws Failure {
        reminders.shown(reminder);
    }

    /** Returns where the buyer of the claim stands, claims tied to it counted in; reads no file. */
    public BuyerStanding buyer(ClaimId id) throws Failure {
        return buyers.of(id);
    }

    /** Returns what a day brought, counted now. */
    public DayFigures figures(LocalDate day) throws Failure {
        return new FiguresBook(vault.database(), claims, clock.getZone()).of(day);
    }

    /** Returns what platforms take in, the owner's changes applied. */
    public PlatformRules platformRules() throws Failure {
        return ownRules.current();
    }

    /** Returns where the owner changes what platforms take in. */
    public OwnRules ownRules() {
        return ownRules;
    }

    /** Returns who may do what. */
    public Roles roles() {
        return roles;
    }

    /** Returns what lets things go by the owner's rules. */
    public Retention retention() {
        return retention;
    }

    /** Returns what the owner can set in this vault. */
    public SettingBook settings() {
        return OwnSettings.of(vault, retention);
    }

    /** Returns what follows the rules of keeping by itself while nobody packs. */
    public Nightly nightly() {
        return nightly;
    }

    /** Returns what compares disk and index. */
    public Integrity integrity() {
        return new Integrity(vault, ledger, clock);
    }

    /** Returns what copies the vault elsewhere. */
    public Backup backup() {
        return new Backup(vault, clock);
    }

    /** Returns what tries backups out. */
    public Drill drill() {
        return new Drill(vault, clock);
    }

    /** Returns what lists and erases a person's data. */
    public People people() {
        return new People(vault, ledger, clock);
    }

    /** Returns the takes that were sealed at opening because their program had died. */
    public List<TakeId> recovered() {
        return recovered;
    }

    /**
     * Signs a checkpoint over what is new and asks the authorities for stamps; returns how many
     * came. Silent authorities are no trouble here: the queue keeps what waits.
     */
    public int checkpoint() throws Failure {
        ledger.checkpoint();
        return stamps.stampPending();
    }

    /**
     * Arms the desk and binds what it will record from below: a checkpoint is signed and stamped,
     * as far as an authority answers, before the first scan.
     */
    public void arm(StationPlan plan) throws Failure {
        desk.arm(plan);
        checkpoint();
    }

    /**
     * Arms a station with one camera, or with the two that {@link StationPlan#read} tells apart.
     */
    public void arm(String cameras, String station) throws Failure {
        arm(StationPlan.read(cameras, station));
    }

    @Override
    public void close() {
        nightly.close();
        desk.close();
        vault.close();
    }
}
