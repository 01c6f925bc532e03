package packwitness.ui.claims;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import packwitness.inspect.compare.Box;
import packwitness.inspect.compare.Matched;

import java.util.List;

/** Draws two pictures with their regions or matched points. FX thread only. */
final class StageCanvas {
    private static final double GAP = 8;
    private static final int LINES = 40;
    private static final double SHARP_FROM = 2;
    private static final Color GROUND = Color.web("#20252b");
    private static final Color MARK = Color.web("#d8191f");
    private static final Color LINE = Color.web("#39a0ff");

    private final Canvas canvas = new Canvas();
    private final Pane node = new Pane(canvas);
    private final Pair pair;

    /** What is to be drawn. */
    record Drawing(
            StageMode mode,
            StageLook look,
            double slider,
            boolean theirsInFront,
            String oursName,
            String theirsName) {}

    StageCanvas(Pair pair) {
        this.pair = pair;
        node.setMinSize(0, 0);
        canvas.widthProperty().bind(node.widthProperty());
        canvas.heightProperty().bind(node.heightProperty());
    }

    Pane node() {
        return node;
    }

    /** Returns the width of the view in which one picture is shown. */
    double viewWidth(StageMode mode) {
        double width = Math.max(1, node.getWidth());
        return mode == StageMode.SIDE ? (width - GAP) / 2 : width;
    }

    double viewHeight() {
        return Math.max(1, node.getHeight());
    }

    void draw(Drawing drawing) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.setFill(GROUND);
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double view = viewWidth(drawing.mode());
        switch (drawing.mode()) {
            case FLICKER -> {
                boolean theirs = drawing.theirsInFront();
                panel(g, 0, 0, view, drawing, theirs);
                name(g, theirs ? drawing.theirsName() : drawing.oursName(), 8, false);
            }
            case SLIDER -> {
                double line = drawing.slider() * view;
                panel(g, 0, 0, line, drawing, false);
                panel(g, 0, line, view, drawing, true);
                handle(g, line);
                name(g, drawing.oursName(), 8, false);
                name(g, drawing.theirsName(), view - 8, true);
            }
            case SIDE -> {
                panel(g, 0, 0, view, drawing, false);
                panel(g, view + GAP, view + GAP, 2 * view + GAP, drawing, true);
                if (!pair.aligned()) join(g, drawing, view);
                name(g, drawing.oursName(), 8, false);
                name(g, drawing.theirsName(), view + GAP + 8, false);
            }
        }
    }

    /** Draws one picture, whose view begins at the left edge, between two vertical lines. */
    private void panel(
            GraphicsContext g,
            double left,
            double from,
            double to,
            Drawing drawing,
            boolean theirs) {
        if (to <= from) return;
        Image image = theirs ? pair.theirs() : pair.ours();
        double factor = factor(theirs);
        double scale = drawing.look().scale() / factor;
        double x = screenX(drawing, left, 0, theirs);
        double y = screenY(drawing, 0, theirs);
        g.save();
        g.beginPath();
        g.rect(from, 0, to - from, viewHeight());
        g.clip();
        g.setImageSmoothing(scale < SHARP_FROM);
        g.drawImage(image, x, y, image.getWidth() * scale, image.getHeight() * scale);
        for (int i = 0; i < pair.regions().size(); i++)
            mark(g, i + 1, pair.regions().get(i), drawing, left);
        g.restore();
    }

    /** How many pixels of theirs go on one of ours, where both are shown whole. */
    private double factor(boolean theirs) {
        return theirs && !pair.aligned() ? pair.theirs().getHeight() / pair.ours().getHeight() : 1;
    }

    private double screenX(Drawing drawing, double left, double pixel, boolean theirs) {
        double factor = factor(theirs);
        double middle = left + viewWidth(drawing.mode()) / 2;
        double there =
                theirs && !pair.aligned()
                        ? drawing.look().x() / pair.ours().getWidth() * pair.theirs().getWidth()
                        : drawing.look().x();
        return middle + (pixel - there) * drawing.look().scale() / factor;
    }

    private double screenY(Drawing drawing, double pixel, boolean theirs) {
        double factor = factor(theirs);
        double there = theirs && !pair.aligned() ? drawing.look().y() * factor : drawing.look().y();
        return viewHeight() / 2 + (pixel - there) * drawing.look().scale() / factor;
    }

    private void mark(GraphicsContext g, int number, Box box, Drawing drawing, double left) {
        double x = screenX(drawing, left, box.x(), false) - 5;
        double y = screenY(drawing, box.y(), false) - 5;
        double width = box.width() * drawing.look().scale() + 10;
        double height = box.height() * drawing.look().scale() + 10;
        g.setStroke(Color.WHITE);
        g.setLineWidth(4);
        g.strokeRect(x, y, width, height);
        g.setStroke(MARK);
        g.setLineWidth(2);
        g.strokeRect(x, y, width, height);
        double top = Math.clamp(y - 24, 2, Math.max(2, viewHeight() - 24));
        g.setFill(MARK);
        g.fillRoundRect(x, top, 24, 22, 6, 6);
        g.setFill(Color.WHITE);
        g.setFont(Font.font("Noto Sans SC", FontWeight.BOLD, 15));
        g.fillText(String.valueOf(number), x + 7, top + 17);
    }

    private void join(GraphicsContext g, Drawing drawing, double view) {
        List<Matched> points = pair.matched();
        int step = Math.max(1, points.size() / LINES);
        g.setLineWidth(1);
        for (int i = 0; i < points.size(); i += step) {
            Matched point = points.get(i);
            double fromX = screenX(drawing, 0, point.oursX(), false);
            double fromY = screenY(drawing, point.oursY(), false);
            double toX = screenX(drawing, view + GAP, point.theirsX(), true);
            double toY = screenY(drawing, point.theirsY(), true);
            boolean seen = fromX >= 0 && fromX <= view && toX >= view + GAP;
            if (!seen) continue;
            g.setStroke(LINE);
            g.strokeLine(fromX, fromY, toX, toY);
            g.setStroke(MARK);
            g.strokeOval(fromX - 4, fromY - 4, 8, 8);
            g.strokeOval(toX - 4, toY - 4, 8, 8);
        }
    }

    private void handle(GraphicsContext g, double line) {
        // Low, where it does not hide what is being compared.
        double middle = viewHeight() - 34;
        g.setStroke(Color.WHITE);
        g.setLineWidth(3);
        g.strokeLine(line, 0, line, viewHeight());
        g.setFill(Color.WHITE);
        g.fillOval(line - 15, middle - 15, 30, 30);
        g.setFill(GROUND);
        g.fillPolygon(
                new double[] {line - 3, line - 10, line - 3},
                new double[] {middle - 6, middle, middle + 6},
                3);
        g.fillPolygon(
                new double[] {line + 3, line + 10, line + 3},
                new double[] {middle - 6, middle, middle + 6},
                3);
    }

    private static void name(GraphicsContext g, String name, double at, boolean toTheLeft) {
        Font font = Font.font("Noto Sans SC", FontWeight.BOLD, 13);
        javafx.scene.text.Text measure = new javafx.scene.text.Text(name);
        measure.setFont(font);
        double width = measure.getLayoutBounds().getWidth() + 16;
        double x = toTheLeft ? at - width : at;
        g.setFill(Color.web("#000000", 0.72));
        g.fillRoundRect(x, 8, width, 24, 8, 8);
        g.setFill(Color.WHITE);
        g.setFont(font);
        g.fillText(name, x + 8, 25);
    }
}
