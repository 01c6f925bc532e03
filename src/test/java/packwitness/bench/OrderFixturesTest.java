package packwitness.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

class OrderFixturesTest {
    @TempDir Path folder;

    @Test
    void everyPlatformInEveryEncodingComesInRight() throws Exception {
        OrderFixtures.Score score =
                OrderFixtures.run(
                        folder,
                        Clock.fixed(
                                Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai")));
        assertEquals(score.ids(), score.idsRight(), () -> String.join("; ", score.wrong()));
        assertTrue(score.right() >= score.cells() * 0.99, () -> String.join("; ", score.wrong()));
        assertTrue(score.cells() > 5000);
    }
}
