package packwitness.recording;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Notices whether anything moves, from the mean brightness of 32 by 18 fields: noise lies far below
 * what a hand or a parcel changes, and light that changes everywhere at once is no movement. Fed by
 * one thread, asked by any. Times are those of the pictures.
 */
final class Motion {
    private static final int COLUMNS = 32;
    private static final int ROWS = 18;
    private static final int FIELDS = COLUMNS * ROWS;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    // In sixteenths of a step of brightness.
    private static final int LEAST_MOVED = 8 * 16;
    private static final int MOST_MOVED = 20 * 16;
    private static final int UNLIKE = 12 * 16;
    private static final int FIELDS_UNLIKE = FIELDS / 50;

    private final int[] sums = new int[FIELDS];
    private final int[] counts = new int[FIELDS];
    private final int[] sorted = new int[FIELDS];
    private int[] before = new int[FIELDS];
    private boolean begun;
    private boolean looking;
    private long lastLook = Long.MIN_VALUE / 2;
    private volatile long moved;
    private volatile long seen;
    private volatile long emptySince;
    private volatile boolean looksEmpty;
    private volatile boolean learn;
    private int @Nullable [] empty;

    /** Begins a picture; the fields are only looked at a few times a second. */
    void begin(long arrivalNanos) {
        looking = !begun || arrivalNanos - lastLook >= EVERY_NANOS;
        if (!looking) return;
        lastLook = arrivalNanos;
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
    }

    /** Sees one line of brightness at height y of the picture. */
    void line(byte[] line, int y, int height) {
        if (!looking) return;
        int row = Math.min(ROWS - 1, y * ROWS / height) * COLUMNS;
        int width = line.length;
        int step = width < 1280 ? 1 : 2;
        for (int column = 0; column < COLUMNS; column++) {
            int from = column * width / COLUMNS;
            int to = (column + 1) * width / COLUMNS;
            int sum = 0;
            int count = 0;
            for (int x = from; x < to; x += step, count++) sum += line[x] & 255;
            sums[row + column] += sum;
            counts[row + column] += count;
        }
    }

    /** Ends the picture. */
    void end(long arrivalNanos) {
        if (!looking) return;
        int[] now = new int[FIELDS];
        for (int i = 0; i < FIELDS; i++) now[i] = counts[i] == 0 ? 0 : sums[i] * 16 / counts[i];
        if (learn || empty != null) compareWithEmpty(now, arrivalNanos);
        if (!begun || unlike(now, before, 0) > 0) {
            before = now;
            moved = arrivalNanos;
        }
        begun = true;
        seen = arrivalNanos;
    }

    private void compareWithEmpty(int[] now, long arrivalNanos) {
        if (learn) {
            learn = false;
            empty = now;
        }
        int[] known = empty;
        boolean like = known != null && unlike(now, known, UNLIKE) <= FIELDS_UNLIKE;
        if (like && !looksEmpty) emptySince = arrivalNanos;
        looksEmpty = like;
    }

    /**
     * Counts the fields that differ by more than the limit and the change of light; without a limit
     * noise gives it, which is what most fields differ by.
     */
    private int unlike(int[] now, int[] then, int limit) {
        for (int i = 0; i < FIELDS; i++) sorted[i] = now[i] - then[i];
        int[] differences = sorted.clone();
        Arrays.sort(sorted);
        int light = sorted[FIELDS / 2];
        int most = limit;
        if (most == 0) {
            for (int i = 0; i < FIELDS; i++) sorted[i] = Math.abs(differences[i] - light);
            Arrays.sort(sorted);
            most = Math.clamp(10L * sorted[FIELDS / 2], LEAST_MOVED, MOST_MOVED);
        }
        int unlike = 0;
        for (int difference : differences) if (Math.abs(difference - light) > most) unlike++;
        return unlike;
    }

    Duration stillFor() {
        return Duration.ofNanos(Math.max(0, seen - moved));
    }

    void learnEmpty() {
        learn = true;
    }

    Duration emptyFor() {
        return looksEmpty ? Duration.ofNanos(Math.max(0, seen - emptySince)) : Duration.ZERO;
    }
}
