package packwitness.ui.claims;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import packwitness.claim.BuyerHistory.Trait;
import packwitness.ui.kit.Background;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.util.Optional;
import java.util.function.Consumer;

/** The buyer's history and the law of the open case. FX thread only. */
public final class StandingModel {
    private final ClaimService book;
    private final Background.Lane lane;
    private final Consumer<@Nullable Exception> trouble;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty trait = new SimpleStringProperty("");
    private Optional<ClaimId> shown = Optional.empty();

    StandingModel(ClaimService book, Background background, Consumer<@Nullable Exception> trouble) {
        this.book = book;
        this.lane = background.lane();
        this.trouble = trouble;
    }

    public ReadOnlyObjectProperty<Optional<Standing>> standing() {
        return standing.getReadOnlyProperty();
    }

    public BooleanProperty reading() {
        return reading;
    }

    /** Why the owner holds two claims for those of one person, in the owner's words. */
    public StringProperty why() {
        return why;
    }

    /** A telephone number or an address of the buyer, as typed. */
    public StringProperty trait() {
        return trait;
    }

    void read(ClaimId id) {
        if (!shown.equals(Optional.of(id))) {
            standing.set(Optional.empty());
            trait.set("");
            why.set("");
        }
        shown = Optional.of(id);
        reading.set(true);
        lane.run(
                () -> book.standing(id),
                found -> {
                    reading.set(false);
                    standing.set(Optional.of(found));
                },
                e -> {
                    reading.set(false);
                    trouble.accept(e);
                });
    }

    /** Records what the owner holds of another claim. */
    public void say(ClaimId other, boolean same) {
        String reason = why.get().strip();
        change(id -> book.say(id, other, same, reason), why);
    }

    /** Notes what was typed of the buyer, so that claims of other accounts can be tied. */
    public void note(Trait kind) {
        String value = trait.get().strip();
        change(id -> book.note(id, kind, value), trait);
    }

    private interface Change {
        void of(ClaimId id) throws Failure;
    }

    private void change(Change change, StringProperty typed) {
        shown.ifPresent(id -> {
            reading.set(true);
            trouble.accept(null);
            lane.run(
                    () -> {
                        change.of(id);
                        return book.standing(id);
                    },
                    found -> {
                        reading.set(false);
                        typed.set("");
                        standing.set(Optional.of(found));
                    },
                    e -> {
                        reading.set(false);
                        trouble.accept(e);
                    });
        });
    }
}
