package packwitness.orders;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One row of a sheet; the same object is filled again for another row. For one thread at a time.
 */
final class Cells {
    private static final int MOST_COLUMNS = 2048;

    /** Which columns are read, for all rows of one sheet; safe for any thread. */
    static final class Wanted {
        private volatile boolean @Nullable [] columns;
    }

    private final Wanted wanted;
    private @Nullable String[] texts = new String[64];
    private boolean[] numbers = new boolean[64];
    private int count;
    private long row;

    Cells(Wanted wanted) {
        this.wanted = wanted;
    }

    /** Says which columns are read from now on; the others are skipped, which is much faster. */
    void want(boolean[] columns) {
        wanted.columns = columns.clone();
    }

    boolean wants(int column) {
        boolean[] some = wanted.columns;
        return column < MOST_COLUMNS && (some == null || column < some.length && some[column]);
    }

    void begin(long number) {
        Arrays.fill(texts, 0, Math.min(count, texts.length), null);
        count = 0;
        row = number;
    }

    /**
     * Sets a cell.
     *
     * @param number whether the sheet holds it as a number and not as text
     */
    void set(int column, String text, boolean number) {
        if (column >= texts.length) {
            texts = Arrays.copyOf(texts, MOST_COLUMNS);
            numbers = Arrays.copyOf(numbers, MOST_COLUMNS);
        }
        texts[column] = text;
        numbers[column] = number;
        if (column >= count) count = column + 1;
    }

    /** Returns the row's number in the file as a person counts it, from 1. */
    long row() {
        return row;
    }

    int count() {
        return count;
    }

    /** Returns the text, empty where there is no such cell. */
    String text(int column) {
        String text = column < count ? texts[column] : null;
        return text == null ? "" : text;
    }

    boolean isNumber(int column) {
        return column < count && texts[column] != null && numbers[column];
    }

    boolean isEmpty() {
        for (int i = 0; i < count; i++) {
            String text = texts[i];
            if (text != null && !text.isEmpty()) return false;
        }
        return true;
    }

    /** Returns all texts of the row. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) all.add(text(i));
        return all;
    }
}
