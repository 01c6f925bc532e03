package packwitness.inspect.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far whole neighbourhoods of corners move together against the one plane mapping: next to
 * nothing in a copy, where only noise moves single corners, but plainly in two photographs, because
 * things at different depth shift differently.
 *
 * @param most the length that three quarters of the neighbourhoods stay under, in work pixels
 * @param moved neighbourhoods that move plainly; where the background fills the picture, only the
 *     few that show the goods do
 */
record Swim(double most, int moved) {
    private static final int CELLS = 8;
    private static final int FEWEST = 5;
    private static final double PART = 0.75;

    /** Turns the squared median scatter into the squared error of a median, by both axes. */
    private static final double CHANCE = 2.3;

    /** A movement that no compression makes, in work pixels. */
    private static final double PLAIN = 0.3;

    static Swim of(float[] at, float[] dx, float[] dy, int width, int height) {
        double[] lengths = lengths(at, dx, dy, width, height);
        if (lengths.length == 0) return new Swim(0, 0);
        double most = lengths[Math.min(lengths.length - 1, (int) (lengths.length * PART))];
        return new Swim(most, (int) Arrays.stream(lengths).filter(l -> l > PLAIN).count());
    }

    /** Returns how far each neighbourhood with enough corners moves, the least first. */
    private static double[] lengths(float[] at, float[] dx, float[] dy, int width, int height) {
        List<List<Integer>> cells = new ArrayList<>();
        for (int i = 0; i < CELLS * CELLS; i++) cells.add(new ArrayList<>());
        for (int i = 0; i < dx.length; i++) {
            int column = cell(at[2 * i], width);
            int row = cell(at[2 * i + 1], height);
            cells.get(row * CELLS + column).add(i);
        }
        return cells.stream()
                .filter(cell -> cell.size() >= FEWEST)
                .mapToDouble(cell -> beyondNoise(dx, dy, cell))
                .sorted()
                .toArray();
    }

    /** The common movement of a neighbourhood, less what its scatter would give by chance. */
    private static double beyondNoise(float[] dx, float[] dy, List<Integer> cell) {
        double x = median(dx, cell);
        double y = median(dy, cell);
        float[] off = new float[dx.length];
        for (int i : cell) off[i] = (float) Math.hypot(dx[i] - x, dy[i] - y);
        double scatter = median(off, cell);
        double chance = CHANCE * scatter * scatter / cell.size();
        return Math.sqrt(Math.max(0, x * x + y * y - chance));
    }

    private static int cell(float at, int size) {
        return Math.max(0, Math.min(CELLS - 1, (int) (at * CELLS / size)));
    }

    private static double median(float[] values, List<Integer> places) {
        float[] sorted = new float[places.size()];
        for (int i = 0; i < sorted.length; i++) sorted[i] = values[places.get(i)];
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
