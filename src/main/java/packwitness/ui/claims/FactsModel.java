package packwitness.ui.claims;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFacts;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Background;
import packwitness.value.ClaimId;
import packwitness.value.Wording;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What the carrier recorded and what the law asks of the case, as the owner says it. FX thread. */
public final class FactsModel {
    private final ClaimService book;
    private final ZoneId zone;
    private final Background.Lane lane;
    private final Consumer<@Nullable Exception> trouble;
    private final Consumer<ClaimId> changed;
    private final Map<ClaimFacts, StringProperty> typed = new EnumMap<>(ClaimFacts.class);
    private final StringProperty deadline = new SimpleStringProperty("");
    private final StringProperty otherPlace = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Map<String, Wording>> places =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private Optional<RefundClaim> claim = Optional.empty();

    FactsModel(
            ClaimService book,
            ZoneId zone,
            Background background,
            Consumer<@Nullable Exception> trouble,
            Consumer<ClaimId> changed) {
        this.book = book;
        this.zone = zone;
        this.lane = background.lane();
        this.trouble = trouble;
        this.changed = changed;
        for (ClaimFacts fact : ClaimFacts.values()) typed.put(fact, new SimpleStringProperty(""));
    }

    /** What is typed or chosen for a fact; of the places only the first. */
    public StringProperty typed(ClaimFacts fact) {
        return Objects.requireNonNull(typed.get(fact), "every fact has its text");
    }

    /** Until when the platform hears the merchant, as typed; empty where it is not known. */
    public StringProperty deadline() {
        return deadline;
    }

    /**
     * Returns whether what is typed is a time; one that is known can be changed, not taken away.
     */
    public boolean deadlineRight() {
        boolean known = claim.flatMap(RefundClaim::deadline).isPresent();
        return due().isPresent() || !known && deadline.get().isBlank();
    }

    private Optional<Instant> due() {
        return Minute.read(deadline.get(), zone);
    }

    private String deadlineOf(RefundClaim now) {
        return now.deadline().map(end -> Minute.say(end, zone)).orElse("");
    }

    /** The second place whose police may be in charge; empty for none. */
    public StringProperty otherPlace() {
        return otherPlace;
    }

    /** Returns the places whose lines are known, by their codes. */
    public ReadOnlyObjectProperty<Map<String, Wording>> places() {
        return places.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty editing() {
        return editing.getReadOnlyProperty();
    }

    /** Shows the form with the facts of this claim. */
    public void edit(RefundClaim now) {
        claim = Optional.of(now);
        deadline.set(deadlineOf(now));
        typed.forEach((fact, text) -> text.set(shown(fact, fact.of(now))));
        String[] codes = ClaimFacts.FORUM_CANDIDATES.of(now).split(",");
        typed(ClaimFacts.FORUM_CANDIDATES).set(codes[0]);
        otherPlace.set(codes.length > 1 ? codes[1] : "");
        if (!places.get().isEmpty()) editing.set(true);
        else
            lane.run(
                    book::places,
                    found -> {
                        places.set(found);
                        editing.set(true);
                    },
                    trouble::accept);
    }

    public void cancel() {
        editing.set(false);
    }

    /** Keeps what differs; the case and its papers are read anew. */
    public void save() {
        claim.ifPresent(now -> {
            Map<String, String> said = new TreeMap<>();
            typed.forEach((fact, text) -> {
                String value = kept(fact, text.get().strip());
                if (!value.equals(fact.of(now))) said.put(fact.key(), value);
            });
            // To the minute nothing was changed where only seconds differ.
            Optional<Instant> due = due().filter(to -> !deadline.get().equals(deadlineOf(now)));
            trouble.accept(null);
            lane.run(
                    () -> {
                        if (due.isPresent()) book.due(now.id(), due.get());
                        return said.isEmpty() ? now : book.facts(now.id(), said);
                    },
                    done -> {
                        editing.set(false);
                        changed.accept(done.id());
                    },
                    trouble::accept);
        });
    }

    private String kept(ClaimFacts fact, String text) {
        if (fact == ClaimFacts.FORUM_CANDIDATES) {
            String other = otherPlace.get();
            return other.isEmpty() || other.equals(text) ? text : text + "," + other;
        }
        // People write the hour behind a space.
        return text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(\\d{2}:\\d{2})$", "$1T$2");
    }

    private static String shown(ClaimFacts fact, String value) {
        return fact == ClaimFacts.FORUM_CANDIDATES ? value : value.replace('T', ' ');
    }
}
