package packwitness.ui.claims;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import packwitness.ui.kit.Background;
import packwitness.value.ClaimId;

import java.util.Optional;
import java.util.function.Consumer;

/** The buyer's history and the law of the open case. FX thread only. */
public final class StandingModel {
    private final ClaimService book;
    private final Background.Lane lane;
    private final Consumer<Exception> trouble;
    private final ReadOnlyObjectWrapper<Optional<Standing>> standing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final StringProperty why = new SimpleStringProperty("");
    private Optional<ClaimId> shown = Optional.empty();

    StandingModel(ClaimService book, Background background, Consumer<Exception> trouble) {
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

    void read(ClaimId id) {
        if (!shown.equals(Optional.of(id))) standing.set(Optional.empty());
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
        shown.ifPresent(id -> {
            String reason = why.get().strip();
            reading.set(true);
            lane.run(
                    () -> {
                        book.say(id, other, same, reason);
                        return book.standing(id);
                    },
                    found -> {
                        reading.set(false);
                        why.set("");
                        standing.set(Optional.of(found));
                    },
                    e -> {
                        reading.set(false);
                        trouble.accept(e);
                    });
        });
    }
}
