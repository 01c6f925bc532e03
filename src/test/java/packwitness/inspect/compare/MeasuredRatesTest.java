package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import packwitness.inspect.compare.Figures.Row;
import packwitness.inspect.compare.SyntheticPairs.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The error rates that are printed are those of the comparison that runs. */
class MeasuredRatesTest {
    private final MeasuredRates shipped = MeasuredRates.shipped();

    @Test
    void shippedRatesWereMeasuredOnTheShippedParameters() {
        assumeMeasured();
        assertEquals(Parameters.fingerprint(), shipped.parameters(), Parameters.text());
        assertTrue(shipped.isOfThisProgram());
    }

    @Test
    void shippedRatesCoverEveryKindAndEveryGoalIsMetOrToldAsMissed() throws IOException {
        assumeMeasured();
        Figures sum = shipped.sum();
        for (Kind kind : Kind.values()) assertTrue(sum.row(kind).pairs() >= 20, kind.name());
        for (String command : shipped.commands())
            assertTrue(command.startsWith("bench compare --"), command);
        // A goal is met, or the page of benchmarks says that these rates miss it; nothing between.
        String told = Files.readString(Path.of("src/docs/benchmarks.md"));
        String line = "goals missed by the shipped rates: " + String.join(", ", sum.missed()) + ".";
        if (sum.holds()) assertFalse(told.contains("goals missed by the shipped rates"));
        else assertTrue(told.contains(line), line);
        assertEquals(0, sum.strangers().copies(), sum.toString());
    }

    private void assumeMeasured() {
        boolean measured = !shipped.sets().isEmpty();
        if (!measured) System.out.println("skipped: this version was not measured yet");
        Assumptions.assumeTrue(measured, "this version was not measured yet");
    }

    @Test
    void figuresSurviveTheirYaml() {
        Figures made =
                new Figures(
                        "drawn scenes: 2",
                        LocalDate.of(2026, 11, 23),
                        7,
                        Map.of(Kind.CRACK, new Row(9, 8, 7, 6, 5, 4, 3, 2)),
                        11,
                        22,
                        33);
        assertEquals(
                new MeasuredRates(
                        List.of("bench compare --synthetic 2"),
                        Parameters.fingerprint(),
                        List.of(made)),
                MeasuredRates.of(Figures.yaml("bench compare --synthetic 2", List.of(made))));
    }

    @Test
    void numbersThatDecideAreInTheFingerprint() {
        String text = Parameters.text();
        for (String name :
                List.of("RegionFinder.WEAK=", "RegionFinder.STRONG=", "Judgement.MOST_SWIM="))
            assertTrue(text.contains(name), name);
        assertFalse(text.contains("\n\n"));
    }
}
