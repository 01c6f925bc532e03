package packwitness.ui.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures on a rendered picture how well each text stands out from what is behind it, as WCAG 2
 * counts: the commonest colour of its place is the ground, the colour furthest from it the letters.
 */
public final class RenderedContrast {
    /** A text that stands out too little. */
    public record Weak(String text, double ratio, double needed, String styles) {}

    private static final double USUAL = 4.5;
    private static final double LARGE = 3;
    private static final double LARGE_SIZE = 24;
    private static final double LARGE_BOLD_SIZE = 18.66;

    private RenderedContrast() {}

    /** Returns the texts of the scene that stand out too little in its picture. */
    public static List<Weak> of(Parent root, WritableImage picture) {
        List<Weak> weak = new ArrayList<>();
        look(root, picture, weak);
        return weak;
    }

    private static void look(Node node, WritableImage picture, List<Weak> weak) {
        // WCAG leaves out what cannot be used now and what is a picture.
        if (!node.isVisible() || node.isDisabled()) return;
        if (node.getStyleClass().contains("live-picture")) return;
        if (node instanceof Text text) measure(text, picture, weak);
        if (node instanceof Parent parent)
            for (Node child : parent.getChildrenUnmodifiable()) look(child, picture, weak);
    }

    private static void measure(Text text, WritableImage picture, List<Weak> weak) {
        if (text.getText().isBlank() || isIcon(text)) return;
        Bounds place = text.localToScene(text.getLayoutBounds());
        int left = (int) Math.ceil(place.getMinX());
        int top = (int) Math.ceil(place.getMinY());
        int right = (int) Math.floor(place.getMaxX());
        int bottom = (int) Math.floor(place.getMaxY());
        boolean whole =
                left >= 0 && top >= 0 && right < picture.getWidth() && bottom < picture.getHeight();
        if (!whole || right - left < 4 || bottom - top < 4 || isCovered(text, place)) return;
        PixelReader pixels = picture.getPixelReader();
        Map<Integer, Integer> colours = new HashMap<>();
        for (int y = top; y < bottom; y++)
            for (int x = left; x < right; x++) colours.merge(pixels.getArgb(x, y), 1, Integer::sum);
        int ground =
                colours.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
        double best = 1;
        for (int colour : colours.keySet()) best = Math.max(best, ratio(ground, colour));
        double size = text.getFont().getSize();
        boolean bold =
                text.getFont().getStyle().toLowerCase(java.util.Locale.ROOT).contains("bold");
        double needed = size >= LARGE_SIZE || bold && size >= LARGE_BOLD_SIZE ? LARGE : USUAL;
        if (best + 0.05 < needed) weak.add(new Weak(text.getText(), best, needed, styles(text)));
    }

    /** Says whether the text is scrolled out of a window or lies under something else. */
    private static boolean isCovered(Text text, Bounds place) {
        for (Node up = text.getParent(); up != null; up = up.getParent()) {
            if (up.getClip() == null) continue;
            Bounds seen = up.localToScene(up.getClip().getBoundsInParent());
            if (!seen.contains(place)) return true;
        }
        return false;
    }

    private static boolean isIcon(Text text) {
        return text.getStyleClass().contains("ikonli-font-icon");
    }

    private static String styles(Node node) {
        StringBuilder all = new StringBuilder();
        int up = 0;
        for (Node at = node; at != null && up < 4; at = at.getParent(), up++)
            all.append(at.getStyleClass())
                    .append(at.getId() == null ? "" : "#" + at.getId())
                    .append(' ');
        return all.toString();
    }

    static double ratio(int a, int b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 255)
                + 0.7152 * linear(argb >> 8 & 255)
                + 0.0722 * linear(argb & 255);
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
