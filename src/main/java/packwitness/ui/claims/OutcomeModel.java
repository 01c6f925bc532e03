package packwitness.ui.claims;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimOutcome;
import packwitness.claim.ClaimState;
import packwitness.claim.Decisive;
import packwitness.claim.NewOutcome;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Addressee;
import packwitness.ui.kit.Background;
import packwitness.value.ClaimId;
import packwitness.value.Fen;

import java.util.Optional;
import java.util.function.Consumer;

/** How the open case ended, as the owner says it; what was said before stays. FX thread only. */
public final class OutcomeModel {
    private final ClaimService book;
    private final Background.Lane lane;
    private final Consumer<@Nullable Exception> trouble;
    private final Consumer<ClaimId> changed;
    private final StringProperty note = new SimpleStringProperty("");
    private final StringProperty recovered = new SimpleStringProperty("");
    private final ObjectProperty<Decisive> decisive = new SimpleObjectProperty<>(Decisive.UNSAID);
    private final ObjectProperty<Optional<Addressee>> paper =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<ClaimOutcome> said = FXCollections.observableArrayList();
    private Optional<RefundClaim> claim = Optional.empty();

    OutcomeModel(
            ClaimService book,
            Background background,
            Consumer<@Nullable Exception> trouble,
            Consumer<ClaimId> changed) {
        this.book = book;
        this.lane = background.lane();
        this.trouble = trouble;
        this.changed = changed;
    }

    /** What decided the claim, in the owner's words. */
    public StringProperty note() {
        return note;
    }

    /** What stayed with us or came back, in yuan as typed; empty for all of it or nothing. */
    public StringProperty recovered() {
        return recovered;
    }

    /** What kind of thing decided the claim, for the statistics. */
    public ObjectProperty<Decisive> decisive() {
        return decisive;
    }

    /** Which paper mattered; nothing for the newest that was made. */
    public ObjectProperty<Optional<Addressee>> paper() {
        return paper;
    }

    /** Returns all that was said so far, the newest first. */
    public ObservableList<ClaimOutcome> said() {
        return said;
    }

    /** Returns whether the amount typed is one of this claim. */
    public boolean recoveredRight() {
        return recovered.get().isBlank()
                || fen().filter(fen ->
                                fen.amount() >= 0
                                        && claim.map(c -> fen.compareTo(c.amount()) <= 0)
                                                .orElse(true))
                        .isPresent();
    }

    void of(RefundClaim now) {
        if (!claim.map(RefundClaim::id).equals(Optional.of(now.id()))) {
            note.set("");
            recovered.set("");
            decisive.set(Decisive.UNSAID);
            paper.set(Optional.empty());
            said.clear();
        }
        claim = Optional.of(now);
        lane.run(() -> book.outcomes(now.id()), said::setAll, trouble::accept);
    }

    /** Records that it ended so, or that it is open again. */
    public void decide(ClaimState state) {
        if (!recoveredRight()) return;
        claim.ifPresent(now -> {
            NewOutcome outcome = outcome(state);
            trouble.accept(null);
            lane.run(
                    () -> book.outcome(now.id(), outcome),
                    done -> changed.accept(done.id()),
                    trouble::accept);
        });
    }

    private NewOutcome outcome(ClaimState state) {
        // A claim that is open again has no result yet that could be counted.
        if (state == ClaimState.OPEN)
            return NewOutcome.of(ClaimState.OPEN, Decisive.UNSAID, note.get().strip());
        return new NewOutcome(
                state,
                decisive.get(),
                paper.get().map(Addressee::name),
                recovered.get().isBlank() ? Optional.empty() : fen(),
                note.get().strip());
    }

    private Optional<Fen> fen() {
        try {
            return Optional.of(Fen.ofYuan(recovered.get().strip()));
        } catch (NumberFormatException notYet) {
            return Optional.empty();
        }
    }
}
