package packwitness.ui.claims;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import packwitness.claim.ClaimFile;

import java.util.Optional;

/** A received picture and how far its inspection is. FX thread only. */
public final class PictureModel {
    private final ClaimFile file;
    private final ReadOnlyObjectWrapper<Optional<PictureReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
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

    /** Returns why it could not be inspected. */
    public ReadOnlyObjectProperty<@Nullable Exception> trouble() {
        return trouble.getReadOnlyProperty();
    }

    void found(PictureReport found) {
        report.set(Optional.of(found));
    }

    void failed(Exception e) {
        trouble.set(e);
    }
}
