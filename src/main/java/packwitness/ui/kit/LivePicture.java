package packwitness.ui.kit;

import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * A moving picture that fills its place and keeps its proportions; frames are copied into one
 * buffer, no image is made per frame. FX thread only.
 */
public final class LivePicture {
    private final ImageView view = new ImageView();
    private final Pane node = new Place();
    private @Nullable PixelBuffer<ByteBuffer> buffer;

    public LivePicture() {
        view.setPreserveRatio(true);
        view.setSmooth(true);
        node.getStyleClass().add("live-picture");
        node.getChildren().add(view);
        node.setMinSize(0, 0);
    }

    public Pane node() {
        return node;
    }

    /** Shows a frame of blue, green, red, alpha bytes. */
    public void show(int width, int height, byte[] bgra) {
        PixelBuffer<ByteBuffer> pixels = buffer;
        if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels =
                    new PixelBuffer<>(
                            width,
                            height,
                            ByteBuffer.allocateDirect(width * height * 4),
                            PixelFormat.getByteBgraPreInstance());
            buffer = pixels;
            view.setImage(new WritableImage(pixels));
            node.requestLayout();
        }
        pixels.updateBuffer(target -> {
            target.getBuffer().clear().put(bgra, 0, width * height * 4);
            return null;
        });
    }

    /** Shows nothing. */
    public void clear() {
        view.setImage(null);
        buffer = null;
    }

    /** Chooses whether points between those of the picture are made up. */
    void smooth(boolean on) {
        view.setSmooth(on);
    }

    /** Returns how many points of the screen one of the picture takes; 0 while none is shown. */
    double scale() {
        Image image = view.getImage();
        return image == null
                ? 0
                : Math.min(
                        node.getWidth() / image.getWidth(), node.getHeight() / image.getHeight());
    }

    /** Returns what is shown, or nothing. */
    public java.util.Optional<Image> image() {
        return java.util.Optional.ofNullable(view.getImage());
    }

    private final class Place extends Pane {
        @Override
        protected void layoutChildren() {
            Image image = view.getImage();
            if (image == null) return;
            double scale = Math.min(getWidth() / image.getWidth(), getHeight() / image.getHeight());
            double width = image.getWidth() * scale;
            double height = image.getHeight() * scale;
            view.setFitWidth(width);
            view.setFitHeight(height);
            view.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
        }
    }
}
