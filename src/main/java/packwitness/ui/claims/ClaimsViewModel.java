package packwitness.ui.claims;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.claim.NewClaim;
import packwitness.claim.RefundClaim;
import packwitness.shipment.Shipment;
import packwitness.ui.kit.Background;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The claims by urgency, the case that is open, its pictures and its paper. FX thread only. */
public final class ClaimsViewModel {
    private final ClaimService book;
    private final Background background;
    private boolean warm;
    private final Background.Lane listing;
    private final Background.Lane opening;
    private final Clock clock;
    private final ZoneId zone;

    private final ObservableList<BoardLine> lines = FXCollections.observableArrayList();
    private final ObjectProperty<BoardFilter> filter = new SimpleObjectProperty<>(BoardFilter.OPEN);
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<CaseTab> tab = new SimpleObjectProperty<>(CaseTab.CHECKS);
    private final StandingModel standing;
    private final ReadOnlyDoubleWrapper inspected = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyObjectWrapper<Optional<Pair>> enlarged =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty listed = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<ClaimPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<NewClaimModel>> form =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<PictureModel> pictures = FXCollections.observableArrayList();
    private final ObjectProperty<FileRole> role = new SimpleObjectProperty<>(FileRole.BUYER);
    private final StringProperty obtained = new SimpleStringProperty("");
    private final PaperModel paper;
    private final OutcomeModel outcome;
    private final MerchantModel merchant;
    private final FactsModel facts;
    private final ObjectProperty<@Nullable Exception> trouble = new SimpleObjectProperty<>();

    public ClaimsViewModel(ClaimService book, Background background, Clock clock, ZoneId zone) {
        this.book = book;
        this.background = background;
        this.listing = background.lane();
        this.opening = background.lane();
        this.clock = clock;
        this.zone = zone;
        this.standing = new StandingModel(book, background, trouble::set);
        this.paper = new PaperModel(book, background, trouble::set);
        this.outcome = new OutcomeModel(book, background, trouble::set, this::reload);
        this.facts = new FactsModel(book, zone, background, trouble::set, this::reload);
        this.merchant = new MerchantModel(book, background, trouble::set, paper::again);
        tab.subscribe(now -> paper.look(now == CaseTab.PAPER));
    }

    /** Returns the claims, what is lost first at the top, those that have ended at the bottom. */
    public ObservableList<BoardLine> lines() {
        return lines;
    }

    /** Which claims the board shows. */
    public ObjectProperty<BoardFilter> filter() {
        return filter;
    }

    /** What the claims on the board must contain. */
    public StringProperty typed() {
        return typed;
    }

    /** Which sheet of the case is shown. */
    ObjectProperty<CaseTab> tab() {
        return tab;
    }

    /** Returns the buyer's history and the law of the open case. */
    public StandingModel standing() {
        return standing;
    }

    /** Returns which part of the case's pictures has been inspected and compared, 0 to 1. */
    public ReadOnlyDoubleProperty inspected() {
        return inspected.getReadOnlyProperty();
    }

    /** Returns the pictures shown over the whole workspace. */
    public ReadOnlyObjectProperty<Optional<Pair>> enlarged() {
        return enlarged.getReadOnlyProperty();
    }

    /** Shows these pictures over the whole workspace, or none. */
    public void enlarge(@Nullable Pair pair) {
        enlarged.set(Optional.ofNullable(pair));
    }

    /** Whether the list has been read at least once. */
    public BooleanProperty listed() {
        return listed;
    }

    public ReadOnlyObjectProperty<Optional<ClaimPage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Returns the form of a claim that is being opened. */
    public ReadOnlyObjectProperty<Optional<NewClaimModel>> form() {
        return form.getReadOnlyProperty();
    }

    public ObservableList<PictureModel> pictures() {
        return pictures;
    }

    /** Whose the next file is. */
    public ObjectProperty<FileRole> role() {
        return role;
    }

    /** How the next file came to us, in the owner's words. */
    public StringProperty obtained() {
        return obtained;
    }

    /** Returns the paper of the open case. */
    public PaperModel paper() {
        return paper;
    }

    /** Returns how the open case ended. */
    public OutcomeModel outcome() {
        return outcome;
    }

    /** Returns the further facts of the open case. */
    public FactsModel facts() {
        return facts;
    }

    /** Returns whether a form lies over the case. */
    boolean covered() {
        return form.get().isPresent() || merchant.editing().get() || facts.editing().get();
    }

    /** Shows the form of the case's further facts. */
    public void editFacts() {
        page.get().ifPresent(now -> facts.edit(now.claim()));
    }

    /** Returns who the owner is, as papers name the shop. */
    public MerchantModel merchant() {
        return merchant;
    }

    public ObjectProperty<@Nullable Exception> trouble() {
        return trouble;
    }

    /**
     * Returns when the platform stops listening to the open case, noted or by its rule; nothing
     * where neither is known.
     */
    Optional<Instant> platformEnd(RefundClaim claim) {
        return lines.stream()
                .filter(line -> line.claim().id().equals(claim.id()))
                .findFirst()
                .flatMap(BoardLine::platformEnd)
                .or(claim::deadline);
    }

    /** Returns how long the platform still listens, negative where it is too late. */
    public Optional<Duration> left(RefundClaim claim) {
        return platformEnd(claim).map(end -> Duration.between(clock.instant(), end));
    }

    /** Returns how long the platform still listens, by its rule where nothing was noted. */
    Optional<Duration> left(BoardLine line) {
        return line.platformEnd().map(end -> Duration.between(clock.instant(), end));
    }

    public void list() {
        listing.run(
                book::board,
                found -> {
                    if (!lines.equals(found)) lines.setAll(found);
                    listed.set(true);
                },
                trouble::set);
    }

    /** Shows the form for a claim against this parcel. */
    public void begin(Shipment shipment) {
        trouble.set(null);
        form.set(Optional.of(new NewClaimModel(shipment, clock.instant(), zone)));
    }

    public void cancel() {
        form.set(Optional.empty());
    }

    /** Opens the claim of the form, and its page. */
    public void submit() {
        form.get()
                .filter(NewClaimModel::complete)
                .ifPresent(filled -> {
                    NewClaim claim = filled.make();
                    background.run(
                            () -> book.open(claim),
                            opened -> {
                                form.set(Optional.empty());
                                list();
                                open(opened.id());
                            },
                            trouble::set);
                });
    }

    public void open(ClaimId id) {
        trouble.set(null);
        form.set(Optional.empty());
        opening.run(() -> load(id), this::show, trouble::set);
        warmUp();
    }

    /** Who looks at a claim compares pictures next: what that needs is loaded meanwhile, once. */
    private void warmUp() {
        if (warm) return;
        warm = true;
        background.run(
                () -> {
                    book.warmUp();
                    return true;
                },
                done -> {},
                trouble::set);
    }

    /** Takes in files; each is hashed and kept before it is inspected. */
    public void add(List<Path> files) {
        page.get()
                .ifPresent(now -> {
                    trouble.set(null);
                    for (Path file : files) add(now.claim().id(), file);
                });
    }

    /** Reads the case anew that has changed, and the board with it. */
    private void reload(ClaimId id) {
        list();
        opening.run(
                () -> load(id),
                next -> {
                    if (shows(id)) show(next);
                },
                trouble::set);
    }

    private void add(ClaimId id, Path file) {
        FileRole wanted = role.get();
        String how = obtained.get().strip();
        background.run(
                () -> {
                    book.add(id, wanted, file, how);
                    return load(id);
                },
                next -> {
                    if (shows(id)) show(next);
                },
                trouble::set);
    }

    private boolean shows(ClaimId id) {
        return page.get().map(now -> now.claim().id().equals(id)).orElse(false);
    }

    private void show(ClaimPage next) {
        if (!shows(next.claim().id())) {
            pictures.clear();
            tab.set(CaseTab.CHECKS);
            enlarge(null);
        }
        page.set(Optional.of(next));
        for (ClaimFile file : next.claim().files(FileRole.BUYER)) inspect(next, file);
        count();
        standing.read(next.claim().id());
        outcome.of(next.claim());
        merchant.read();
        paper.of(next);
    }

    private void count() {
        long done = pictures.stream().mapToInt(PictureModel::stepsDone).sum();
        inspected.set(
                pictures.isEmpty() ? 1 : (double) done / (PictureModel.STEPS * pictures.size()));
    }

    private void inspect(ClaimPage owner, ClaimFile file) {
        if (pictures.stream().anyMatch(known -> known.file().id() == file.id())) return;
        PictureModel picture = new PictureModel(file);
        pictures.add(picture);
        background.run(
                () -> book.examine(file),
                report -> {
                    picture.found(report);
                    count();
                    background.run(
                            () -> book.compare(owner.claim(), file),
                            compared -> {
                                picture.compared(compared);
                                count();
                            },
                            e -> fail(picture, e));
                },
                e -> fail(picture, e));
    }

    private void fail(PictureModel picture, Exception e) {
        picture.failed(e);
        count();
    }

    private ClaimPage load(ClaimId id) throws Failure {
        RefundClaim claim = book.show(id);
        return new ClaimPage(claim, book.shipment(claim.shipment()));
    }
}
