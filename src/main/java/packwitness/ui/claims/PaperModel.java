package packwitness.ui.claims;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;

import org.jspecify.annotations.Nullable;

import packwitness.dossier.MadeDossier;
import packwitness.dossier.Making;
import packwitness.dossier.OpenDraft;
import packwitness.dossier.draft.Draft;
import packwitness.dossier.draft.Paragraph;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.DossierProblem;
import packwitness.platform.PlatformRule;
import packwitness.ui.kit.Background;
import packwitness.ui.kit.Job;
import packwitness.ui.kit.Platforms;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A paper of the open case: chosen, looked at, edited, fixed and handed out. FX thread only. */
public final class PaperModel {
    /** Whose hand a change of wording is; the desktop knows no other yet. */
    private static final String OWNER = "owner";

    /** From here on nothing can be ended any more. */
    static final int LAST = 92;

    /** How many pages are drawn before somebody scrolls to them. */
    private static final int AHEAD = 4;

    private static final Duration USUAL = Duration.ofSeconds(10);

    /** How much of a hundred is done when a step begins, as papers of usual cases took. */
    private static final Map<Making.Step, Integer> DONE =
            new EnumMap<>(
                    Map.of(
                            Making.Step.READ, 0,
                            Making.Step.REHEARSE, 30,
                            Making.Step.WRITE, 45,
                            Making.Step.PACK, 75,
                            Making.Step.CHECK, LAST));

    private final ClaimService book;
    private final Background background;
    private final Background.Lane reading;
    private final Consumer<@Nullable Exception> trouble;
    private final AtomicLong drawing = new AtomicLong();
    private final ObjectProperty<Addressee> addressee =
            new SimpleObjectProperty<>(Addressee.PLATFORM);
    private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Image> pages = FXCollections.observableArrayList();
    private final IntegerProperty pagesInAll = new SimpleIntegerProperty();
    private final BooleanProperty opening = new SimpleBooleanProperty();
    private final BooleanProperty working = new SimpleBooleanProperty();
    private final BooleanProperty english = new SimpleBooleanProperty();
    private final BooleanProperty stopped = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Job>> job =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObservableList<PlatformRule> rules = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable PlatformRule> rule = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Optional<MadeDossier>> made =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Packed>> packed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ClaimId> claim = Optional.empty();
    private String about = "";
    private Optional<OpenDraft> open = Optional.empty();
    private boolean looking;
    private int wanted = AHEAD;
    private Duration lastTook = USUAL;

    PaperModel(ClaimService book, Background background, Consumer<@Nullable Exception> trouble) {
        this.book = book;
        this.background = background;
        this.reading = background.lane();
        this.trouble = trouble;
        english.subscribe((before, now) -> {
            pages.clear();
            draw();
        });
        addressee.subscribe((before, now) -> {
            made.set(Optional.empty());
            packed.set(Optional.empty());
            forget();
            read();
        });
    }

    public ObjectProperty<Addressee> addressee() {
        return addressee;
    }

    /** Returns the sentences of the paper; nothing until they are read. */
    public ReadOnlyObjectProperty<Optional<Draft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** Returns the pages drawn so far. */
    public ObservableList<Image> pages() {
        return pages;
    }

    /** How many pages the paper has; 0 until known. */
    public IntegerProperty pagesInAll() {
        return pagesInAll;
    }

    public BooleanProperty opening() {
        return opening;
    }

    /** Whether a courtesy translation goes with the paper; the pages shown are its then. */
    public BooleanProperty english() {
        return english;
    }

    /** Whether a paper or a pack is being made. */
    public BooleanProperty working() {
        return working;
    }

    /** Whether the owner ended what was being made last. */
    public BooleanProperty stopped() {
        return stopped;
    }

    /** Returns what is being made, or was made last. */
    public ReadOnlyObjectProperty<Optional<Job>> job() {
        return job.getReadOnlyProperty();
    }

    /** Why a sentence is changed, in the owner's words. */
    public StringProperty reason() {
        return reason;
    }

    /** Returns the channels that packs can be made for, the claim's platform first. */
    public ObservableList<PlatformRule> rules() {
        return rules;
    }

    public ObjectProperty<@Nullable PlatformRule> rule() {
        return rule;
    }

    public ReadOnlyObjectProperty<Optional<MadeDossier>> made() {
        return made.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Packed>> packed() {
        return packed.getReadOnlyProperty();
    }

    /** Returns how long making took the last time, to tell what is left. */
    Duration lastTook() {
        return lastTook;
    }

    void of(ClaimPage page) {
        ClaimId id = page.claim().id();
        boolean other = !claim.equals(Optional.of(id));
        claim = Optional.of(id);
        about = Platforms.name(page.claim().platform()) + " ¥" + page.claim().amount().yuan();
        if (other) {
            stopped.set(false);
            made.set(Optional.empty());
            packed.set(Optional.empty());
        }
        // What came in since is not seen by a paper that was opened before.
        forget();
        background.run(
                () -> book.rules(page.claim()),
                found -> {
                    rules.setAll(found);
                    rule.set(found.isEmpty() ? null : found.getFirst());
                },
                trouble::accept);
        read();
    }

    /** Reads the paper anew: something it prints has changed outside of the case. */
    void again() {
        forget();
        read();
    }

    /** Begins or ends to draw the paper; nothing is drawn while nobody looks. */
    void look(boolean looks) {
        looking = looks;
        if (looks) read();
    }

    private void forget() {
        open = Optional.empty();
        draft.set(Optional.empty());
        pages.clear();
        pagesInAll.set(0);
        wanted = AHEAD;
        reading.drop();
        drawing.incrementAndGet();
        opening.set(false);
    }

    private void read() {
        if (!looking || open.isPresent() || opening.get() || claim.isEmpty()) return;
        ClaimId id = claim.get();
        Addressee reader = addressee.get();
        opening.set(true);
        reading.run(
                () -> {
                    OpenDraft opened = book.draft(id, reader);
                    return new Read(opened, opened.read());
                },
                found -> {
                    opening.set(false);
                    open = Optional.of(found.open());
                    draft.set(Optional.of(found.draft()));
                    draw();
                },
                e -> {
                    opening.set(false);
                    trouble.accept(e);
                });
    }

    private record Read(OpenDraft open, Draft draft) {}

    /** Draws more pages than were looked at so far. */
    void more() {
        int drawn = pages.size();
        if (drawn < wanted || drawn >= Math.min(pagesInAll.get(), PdfPages.MOST)) return;
        wanted = drawn + AHEAD;
        draw(drawn);
    }

    private void draw() {
        draw(0);
    }

    /**
     * Draws from this page on, as many as are wanted: most papers are read by their first pages.
     */
    private void draw(int first) {
        long mine = drawing.incrementAndGet();
        int last = wanted;
        boolean translated = english.get();
        open.ifPresent(now ->
                background.run(
                        () -> {
                            AtomicInteger drawn = new AtomicInteger(first);
                            PdfPages.each(
                                    translated ? now.previewEnglish() : now.preview(),
                                    first,
                                    (page, all) -> {
                                        int number = drawn.getAndIncrement();
                                        background.show(() -> show(mine, number, page, all));
                                        return drawing.get() == mine && number + 1 < last;
                                    });
                            return drawn.get();
                        },
                        all -> {
                            if (drawing.get() == mine && pages.size() > all)
                                pages.remove(all, pages.size());
                        },
                        trouble::accept));
    }

    private void show(long mine, int number, Image page, int all) {
        if (drawing.get() != mine) return;
        pagesInAll.set(all);
        // The old page stands until the new one is drawn: nothing jumps.
        if (number < pages.size()) pages.set(number, page);
        else pages.add(page);
    }

    /** Puts the owner's sentence in place, and draws the pages anew. */
    public void change(Paragraph paragraph, String text) {
        String why = reason.get().strip();
        edit(now -> now.change(paragraph.id(), text, why, OWNER));
    }

    /** Puts the template's sentence back. */
    public void reset(Paragraph paragraph) {
        String why = reason.get().strip();
        edit(now -> now.reset(paragraph.id(), why, OWNER));
    }

    private interface Edit {
        Draft of(OpenDraft open) throws Failure;
    }

    private void edit(Edit edit) {
        trouble.accept(null);
        open.ifPresent(now ->
                reading.run(
                        () -> edit.of(now),
                        changed -> {
                            draft.set(Optional.of(changed));
                            reason.set("");
                            draw();
                        },
                        trouble::accept));
    }

    /** Fixes the paper: writes it with its bag, signed and stamped. */
    public void make() {
        if (working.get() || claim.isEmpty()) return;
        ClaimId id = claim.get();
        Addressee reader = addressee.get();
        boolean translated = english.get();
        start(
                "ui.job.paper",
                making -> book.make(id, reader, translated, making),
                paper -> {
                    if (claim.equals(Optional.of(id))) made.set(Optional.of(paper));
                });
    }

    /** Writes the pictures and the text that the chosen channel takes in. */
    public void pack() {
        PlatformRule chosen = rule.get();
        if (working.get() || claim.isEmpty() || chosen == null) return;
        ClaimId id = claim.get();
        start(
                "ui.job.pack",
                making -> book.pack(id, chosen, making),
                done -> {
                    if (claim.equals(Optional.of(id))) packed.set(Optional.of(done));
                });
    }

    /** Ends what is being made after the step it is at; nothing of it is left behind. */
    public void stop() {
        job.get().ifPresent(Job::cancel);
    }

    private interface Maker<T> {
        T make(Making making) throws Failure;
    }

    private <T> void start(String title, Maker<T> maker, Consumer<T> done) {
        trouble.accept(null);
        made.set(Optional.empty());
        packed.set(Optional.empty());
        stopped.set(false);
        working.set(true);
        long began = System.nanoTime();
        Job started =
                background.job(
                        title,
                        progress -> maker.make(step -> progress.at(percent(step), 100)),
                        result -> {
                            lastTook = Duration.ofNanos(System.nanoTime() - began);
                            working.set(false);
                            done.accept(result);
                        },
                        this::end,
                        about);
        job.set(Optional.of(started));
    }

    private static int percent(Making.Step step) {
        return DONE.getOrDefault(step, 0);
    }

    private void end(Exception e) {
        working.set(false);
        if (e instanceof Failure failure && failure.problem() == DossierProblem.CANCELLED)
            stopped.set(true);
        else trouble.accept(e);
    }
}
