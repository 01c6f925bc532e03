package packwitness.inspect.compare;

import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.compare.SyntheticPairs.Pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures the comparison against pairs whose truth is known. Thresholds were set on other seeds
 * than {@link #TELLING_SEED}, of which figures are told. Prints nothing; any thread may call.
 */
public final class ComparisonBench {
    /** The seed for setting, unless another one is asked for. */
    public static final long SETTING_SEED = 2026;

    /** The seed of the half that nobody looked at before its figures were told. */
    public static final long TELLING_SEED = 190_733;

    /** What one pair came to, for those who want to see the misses; numbered from 0. */
    public record Told(int number, Pair pair, Comparison comparison, Score score, long millis) {}

    private ComparisonBench() {}

    /**
     * Compares drawn scenes, each harmless twice, with each damage once, re-shot once and against
     * the next scene.
     *
     * @param scenes how many
     * @param date to be printed with the figures
     * @param each sees every pair as it is done
     */
    public static Figures synthetic(int scenes, long seed, LocalDate date, Consumer<Told> each) {
        SyntheticPairs maker = new SyntheticPairs(seed);
        Count count = new Count(each);
        for (int n = 0; n < scenes; n++) {
            count.add(maker.drawn(n, Kind.HARMLESS, 1));
            for (Kind kind : Kind.values()) count.add(maker.drawn(n, kind));
        }
        return count.figures("drawn scenes: " + scenes, date, seed);
    }

    /**
     * Compares pictures from files in the same way, but for the re-shots; files whose header cannot
     * be read are left out. None is too small: of those the comparison itself has to say so.
     */
    public static Figures photographs(
            List<Path> pictures, long seed, LocalDate date, Consumer<Told> each)
            throws IOException {
        SyntheticPairs maker = new SyntheticPairs(seed);
        Count count = new Count(each);
        List<byte[]> taken = new ArrayList<>();
        for (Path file : pictures) {
            byte[] picture = Files.readAllBytes(file);
            if (PictureHeader.read(picture).isPresent()) taken.add(picture);
        }
        for (int n = 0; n < taken.size(); n++) {
            byte[] picture = taken.get(n);
            byte[] other = taken.get((n + 1) % taken.size());
            for (Kind kind : Kind.values())
                // A single picture has no stranger.
                if (kind != Kind.DIFFERENT || taken.size() > 1)
                    maker.made(picture, other, n, kind).ifPresent(count::add);
            maker.made(picture, other, n + 500_000, Kind.HARMLESS).ifPresent(count::add);
        }
        return count.figures("photographs: " + taken.size(), date, seed);
    }

    /** Compares the pairs that a folder's pairs.csv lists, their files beside it. */
    public static Figures pairs(Path folder, LocalDate date, Consumer<Told> each)
            throws IOException {
        Count count = new Count(each);
        List<String> lines = Files.readAllLines(folder.resolve("pairs.csv"));
        for (String line : lines.subList(1, lines.size())) {
            // The columns used here come before those that may hold commas.
            String[] cells = line.split(",", 6);
            Optional<byte[]> mask =
                    cells[3].isEmpty()
                            ? Optional.empty()
                            : Optional.of(Files.readAllBytes(folder.resolve(cells[3])));
            count.add(
                    new Pair(
                            Kind.valueOf(cells[4].toUpperCase(Locale.ROOT)),
                            Files.readAllBytes(folder.resolve(cells[1])),
                            Files.readAllBytes(folder.resolve(cells[2])),
                            mask,
                            cells[2]));
        }
        return count.figures("given pairs: " + (lines.size() - 1), date, 0);
    }
}
