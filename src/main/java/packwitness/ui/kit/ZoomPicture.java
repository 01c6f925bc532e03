package packwitness.ui.kit;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A moving picture that can be looked at closely: the wheel zooms where the pointer stands, the
 * mouse drags, {@link #original} shows one point of the picture as one point of the screen. FX
 * thread only.
 */
public final class ZoomPicture {
    private static final double MOST = 16;
    private static final double STEP = 1.25;
    private static final double ALMOST = 1.01;

    private final LivePicture picture = new LivePicture();
    private final Pane node = new Place();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private Point2D moved = Point2D.ZERO;
    private Point2D grabbed = Point2D.ZERO;

    public ZoomPicture() {
        node.getStyleClass().add("zoom-picture");
        node.getChildren().add(picture.node());
        node.setMinSize(0, 0);
        node.setOnScroll(e -> {
            if (e.getDeltaY() != 0)
                to(zoom.get() * (e.getDeltaY() > 0 ? STEP : 1 / STEP), at(e.getX(), e.getY()));
            e.consume();
        });
        node.setOnMousePressed(e -> grabbed = point(e).subtract(moved));
        node.setOnMouseDragged(e -> move(point(e).subtract(grabbed)));
        node.setOnMouseClicked(e -> {
            if (e.getClickCount() != 2) return;
            if (zoom.get() > ALMOST) fit();
            else original(at(e.getX(), e.getY()));
        });
    }

    public Region node() {
        return node;
    }

    /** Returns how much larger it is than where all of it is seen; 1 or more. */
    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /** Shows a frame of blue, green, red, alpha bytes. */
    public void show(Player.Still still) {
        picture.show(still.width(), still.height(), still.bgra());
    }

    /** Shows nothing. */
    public void clear() {
        picture.clear();
        fit();
    }

    public void larger() {
        to(zoom.get() * STEP, Point2D.ZERO);
    }

    public void smaller() {
        to(zoom.get() / STEP, Point2D.ZERO);
    }

    /** Shows all of it. */
    public void fit() {
        moved = Point2D.ZERO;
        to(1, Point2D.ZERO);
    }

    /** Shows each point of the picture as one point of the screen, around the middle. */
    public void original() {
        original(Point2D.ZERO);
    }

    private void original(Point2D around) {
        double fitted = picture.scale();
        double screen =
                node.getScene() == null || node.getScene().getWindow() == null
                        ? 1
                        : node.getScene().getWindow().getOutputScaleX();
        if (fitted > 0) to(1 / (fitted * screen), around);
    }

    /** Returns the place as seen from the middle of the picture's place. */
    private Point2D at(double x, double y) {
        return new Point2D(x - node.getWidth() / 2, y - node.getHeight() / 2);
    }

    private static Point2D point(MouseEvent e) {
        return new Point2D(e.getX(), e.getY());
    }

    /** Zooms so that what is seen at the fixed place stays there. */
    private void to(double wanted, Point2D fixed) {
        double next = Math.clamp(wanted, 1, MOST);
        double ratio = next / zoom.get();
        zoom.set(next);
        picture.node().setScaleX(next);
        picture.node().setScaleY(next);
        picture.smooth(next < 3);
        node.setCursor(next > ALMOST ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        move(fixed.subtract(fixed.subtract(moved).multiply(ratio)));
    }

    /** Moves the picture, but never out of its place. */
    private void move(Point2D wanted) {
        double x = node.getWidth() * (zoom.get() - 1) / 2;
        double y = node.getHeight() * (zoom.get() - 1) / 2;
        moved = new Point2D(Math.clamp(wanted.getX(), -x, x), Math.clamp(wanted.getY(), -y, y));
        picture.node().setTranslateX(moved.getX());
        picture.node().setTranslateY(moved.getY());
    }

    private final class Place extends Pane {
        private final Rectangle clip = new Rectangle();

        Place() {
            setClip(clip);
        }

        @Override
        protected void layoutChildren() {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            picture.node().resizeRelocate(0, 0, getWidth(), getHeight());
            move(moved);
        }
    }
}
