package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One file being read: its headings are found, then its rows become lines. For one thread. */
final class OrderFile {
    private static final int HEADING_WITHIN = 10;

    private final Path file;
    private final ZoneId zone;
    private final Headings known;
    private final Function<List<String>, Mapping> mappings;
    private final int samples;
    private final Troubles troubles = new Troubles();
    private final List<List<String>> top = new ArrayList<>();
    private final List<List<String>> sample = new ArrayList<>();
    private @Nullable Columns columns;
    private @Nullable LineReader reader;
    private long rows;

    /** What is done with each line; false ends the reading. */
    @FunctionalInterface
    interface LineVisitor {
        boolean see(Line line) throws Failure;
    }

    /**
     * @param mappings what is known of a set of headings
     * @param samples how many rows are kept as they stand
     */
    OrderFile(
            Path file,
            ZoneId zone,
            Headings known,
            Function<List<String>, Mapping> mappings,
            int samples) {
        this.file = file;
        this.zone = zone;
        this.known = known;
        this.mappings = mappings;
        this.samples = samples;
    }

    /** Reads the file once, from its beginning to its end. */
    SheetLook read(LineVisitor visitor) throws Failure {
        SheetLook look = Sheet.read(file, cells -> see(cells, visitor));
        if (columns == null) giveUp();
        return look;
    }

    /** Returns which columns hold what; there are none before the file was read. */
    Columns columns() {
        Columns found = columns;
        if (found == null) throw new IllegalStateException("not read");
        return found;
    }

    LineReader lines() {
        LineReader found = reader;
        if (found == null) throw new IllegalStateException("not read");
        return found;
    }

    Troubles troubles() {
        return troubles;
    }

    List<List<String>> sample() {
        return sample;
    }

    /** Returns the number of rows below the headings. */
    long rows() {
        return rows;
    }

    private boolean see(Cells cells, LineVisitor visitor) throws Failure {
        LineReader lines = reader;
        if (lines == null) return heading(cells);
        if (!cells.isEmpty()) {
            rows++;
            if (sample.size() < samples) {
                sample.add(cells.all().stream().map(Signs::readable).toList());
                if (sample.size() == samples) columns().ask(cells);
            }
        }
        Line line = lines.read(cells);
        return line == null || visitor.see(line);
    }

    /** A title or a date may stand above the headings. */
    private boolean heading(Cells cells) throws Failure {
        if (cells.isEmpty()) return true;
        List<String> row = cells.all().stream().map(Signs::readable).toList();
        Columns found = Columns.of(known, row, mappings.apply(row));
        if (found.has(Field.ORDER)) {
            begin(found);
            if (samples == 0) found.ask(cells);
            return true;
        }
        top.add(row);
        return top.size() < HEADING_WITHIN;
    }

    private void giveUp() throws Failure {
        if (top.isEmpty()) throw new Failure(OrdersProblem.EMPTY, Sheet.name(file));
        List<String> widest = top.getFirst();
        for (List<String> row : top) if (row.size() > widest.size()) widest = row;
        begin(Columns.of(known, widest, mappings.apply(widest)));
        for (List<String> row : top.subList(top.indexOf(widest) + 1, top.size()))
            if (sample.size() < samples) sample.add(row);
    }

    private void begin(Columns found) {
        columns = found;
        reader = new LineReader(found, zone, troubles);
    }
}
