package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import packwitness.inspect.compare.SyntheticPairs.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** The thirty public pairs; goals of the project are asserted as they are. */
class PublicPairsTest {
    private static Path folder() {
        String given = System.getenv("PACKWITNESS_TESTDATA");
        Path root = given == null ? Path.of("..", "shared", "testdata") : Path.of(given);
        return root.resolve("images").resolve("pairs");
    }

    @Test
    void goalsHoldOnThePublicPairs() throws IOException {
        Path folder = folder();
        boolean there = Files.exists(folder.resolve("pairs.csv"));
        if (!there) System.out.println("public pairs skipped: no folder testdata/images/pairs");
        Assumptions.assumeTrue(there, "no public pairs");
        Figures figures = ComparisonBench.pairs(folder, LocalDate.EPOCH, told -> {});
        System.out.print(Figures.yaml("", java.util.List.of(figures)));
        assertEquals(20, figures.truePairs().copies());
        assertEquals(0, figures.strangers().copies());
        assertEquals(0, figures.row(Kind.HARMLESS).flagged());
        assertEquals(10, figures.damaged().found());
        assertEquals(0, figures.damaged().beside());
        assertTrue(figures.holds());
    }
}
