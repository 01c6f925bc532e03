package packwitness.ui.claims;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import packwitness.claim.Merchant;
import packwitness.claim.Merchant.Field;
import packwitness.dossier.paper.Addressee;
import packwitness.ui.kit.Background;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Who the owner is, as papers name the shop; kept once for all claims. FX thread only. */
public final class MerchantModel {
    private final ClaimService book;
    private final Background.Lane lane;
    private final Consumer<@Nullable Exception> trouble;
    private final Runnable changed;
    private final Map<Field, StringProperty> typed = new EnumMap<>(Field.class);
    private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Merchant>> kept =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    MerchantModel(
            ClaimService book,
            Background background,
            Consumer<@Nullable Exception> trouble,
            Runnable changed) {
        this.book = book;
        this.lane = background.lane();
        this.trouble = trouble;
        this.changed = changed;
        for (Field field : Field.values()) typed.put(field, new SimpleStringProperty(""));
    }

    /** What is typed into a field of the form. */
    public StringProperty typed(Field field) {
        return Objects.requireNonNull(typed.get(field), "every field has its text");
    }

    /** Returns whether the form is shown. */
    public ReadOnlyBooleanProperty editing() {
        return editing.getReadOnlyProperty();
    }

    /** Returns what is kept; nothing until it is read. */
    public ReadOnlyObjectProperty<Optional<Merchant>> kept() {
        return kept.getReadOnlyProperty();
    }

    void read() {
        lane.run(book::merchant, now -> kept.set(Optional.of(now)), trouble::accept);
    }

    /** Shows the form with what is kept. */
    public void edit() {
        lane.run(
                book::merchant,
                now -> {
                    kept.set(Optional.of(now));
                    typed.forEach((field, text) -> text.set(now.of(field)));
                    editing.set(true);
                },
                trouble::accept);
    }

    public void cancel() {
        editing.set(false);
    }

    /** Keeps what was typed; papers that are open are made anew. */
    public void save() {
        Map<Field, String> said = new EnumMap<>(Field.class);
        typed.forEach((field, text) -> said.put(field, text.get().strip()));
        lane.run(
                () -> book.merchant(said),
                now -> {
                    kept.set(Optional.of(now));
                    editing.set(false);
                    changed.run();
                },
                trouble::accept);
    }

    /** Returns what a paper for this reader should say of the owner and cannot yet. */
    List<Field> missing(Addressee reader) {
        return kept.get()
                .map(now ->
                        needs(reader).stream().filter(field -> now.of(field).isEmpty()).toList())
                .orElse(List.of());
    }

    /** An authority or a court must know who writes and where to answer; others the shop's name. */
    private static Set<Field> needs(Addressee reader) {
        return switch (reader) {
            case REGULATOR, POLICE, COURT -> EnumSet.complementOf(EnumSet.of(Field.SHOP));
            case AI_PROVIDER -> EnumSet.of(Field.NAME, Field.CONTACT, Field.PHONE);
            case PLATFORM -> EnumSet.of(Field.NAME, Field.SHOP);
            case BUYER, SHOP_RULES -> EnumSet.of(Field.SHOP);
        };
    }
}
