package packwitness.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.value.Failure;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The benchmarks of the evidence, small enough for every day. */
class EvidenceBenchTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Test
    void everyAttackEndsAsItMust() throws Failure {
        holds("attacks");
    }

    @Test
    void nothingThatIsBentGoesUnnoticed() throws Failure {
        holds("mutate", "--times", "120", "--scripts", "1", "--small");
    }

    private static void holds(String name, String... options) throws Failure {
        List<Map<String, Object>> told = new ArrayList<>();
        boolean holds = Bench.run(name, List.of(options), CLOCK, told::add);
        assertTrue(
                holds,
                () ->
                        told.stream()
                                .filter(line -> !Boolean.TRUE.equals(line.get("as_due")))
                                .toList()
                                .toString());
    }
}
