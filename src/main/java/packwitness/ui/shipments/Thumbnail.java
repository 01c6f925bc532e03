package packwitness.ui.shipments;

import javafx.scene.control.TableCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

import org.jspecify.annotations.Nullable;

import packwitness.shipment.ParcelLine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Shows the key frame of a parcel, read in the background; a cell keeps one picture. */
final class Thumbnail extends TableCell<ParcelLine, ParcelLine> {
    static final double WIDTH = 64;
    private static final double HEIGHT = 36;

    private final Function<ParcelLine, Optional<Path>> file;
    private final ImageView view = new ImageView();
    private Optional<Path> shown = Optional.empty();

    Thumbnail(Function<ParcelLine, Optional<Path>> file) {
        this.file = file;
        view.setPreserveRatio(true);
        view.setFitHeight(HEIGHT);
        view.setFitWidth(WIDTH);
    }

    @Override
    protected void updateItem(@Nullable ParcelLine line, boolean empty) {
        super.updateItem(line, empty);
        Optional<Path> wanted = empty || line == null ? Optional.empty() : file.apply(line);
        if (wanted.equals(shown)) return;
        shown = wanted;
        if (view.getImage() != null) view.getImage().cancel();
        view.setImage(
                wanted.map(path ->
                                new Image(path.toUri().toString(), 0, 2 * HEIGHT, true, true, true))
                        .orElse(null));
        setGraphic(wanted.isPresent() ? view : null);
    }
}
