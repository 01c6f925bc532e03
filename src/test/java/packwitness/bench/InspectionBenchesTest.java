package packwitness.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The benchmarks of the inspection say what they should; times are not asserted. */
class InspectionBenchesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);

    private final List<Map<String, Object>> lines = new ArrayList<>();

    private Map<?, ?> figures(String bench, String... arguments) throws Failure {
        Bench.run(bench, List.of(arguments), CLOCK, lines::add);
        return (Map<?, ?>) lines.getLast().get("figures");
    }

    @Test
    void publicSetMeetsTheGoals() throws Failure {
        String named = System.getenv().getOrDefault("PACKWITNESS_TESTDATA", "../shared/testdata");
        Path set = Path.of(named).resolve("images");
        boolean there = Files.exists(set.resolve("truth.csv"));
        if (!there) System.out.println("skipped: no third-party pictures here");
        Assumptions.assumeTrue(there, "no third-party pictures here");
        Map<?, ?> figures = figures("inspect", "--set", set.toString());
        assertEquals(55, figures.get("files"));
        assertTrue((long) figures.get("finding_right") >= 53);
        assertEquals(8L, figures.get("labels_and_producers_right"));
        assertEquals(0L, figures.get("labels_claimed_elsewhere"));
        assertEquals(55L, figures.get("c2pa_presence_right"));
        assertEquals(0L, figures.get("broken_manifests_shown_intact"));
        assertEquals(0L, figures.get("differences_without_a_reason"));
        assertEquals(55L, figures.get("camera_models_right"));
    }

    @Test
    void hostileFilesAreCountedAndNoneEscapes() throws Failure {
        Map<?, ?> figures = figures("fuzz-inspect", "--times", "150", "--compare-every", "0");
        assertEquals(0, figures.get("escaped_exceptions"), lines.toString());
        assertTrue((long) figures.get("files") > 150);
        assertTrue((long) figures.get("worst_allocated_mb") <= 256);
    }

    @Test
    void comparisonNeedsPairs() {
        assertThrows(Failure.class, () -> figures("compare"));
        assertThrows(Failure.class, () -> figures("inspect"));
    }
}
