package packwitness.ui.claims;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;

import java.util.Optional;

/** A received picture and how far its inspection is. FX thread only. */
public final class PictureModel {
    /** Into how many steps the inspection falls. */
    static final int STEPS = 2;

    private final ClaimFile file;
    private final ReadOnlyObjectWrapper<Optional<PictureReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper comparing = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable Exception> trouble =
            new ReadOnlyObjectWrapper<>();

    PictureModel(ClaimFile file) {
        this.file = file;
    }

    public ClaimFile file() {
        return file;
    }

    /** Returns what was found; nothing while the inspection runs. */
    public ReadOnlyObjectProperty<Optional<PictureReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** Returns what the comparison with our pictures said; nothing where there was none. */
    public ReadOnlyObjectProperty<Optional<Compared>> compared() {
        return compared.getReadOnlyProperty();
    }

    /** Returns whether the comparison is still under way. */
    public ReadOnlyBooleanProperty comparing() {
        return comparing.getReadOnlyProperty();
    }

    /** Returns why it could not be inspected. */
    public ReadOnlyObjectProperty<@Nullable Exception> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Returns how many of its steps are done; all where it failed. */
    int stepsDone() {
        return !comparing.get() ? STEPS : report.get().isPresent() ? 1 : 0;
    }

    void found(PictureReport found) {
        report.set(Optional.of(found));
    }

    void compared(Optional<Compared> outcome) {
        compared.set(outcome);
        comparing.set(false);
    }

    void failed(Exception e) {
        comparing.set(false);
        trouble.set(e);
    }
}
