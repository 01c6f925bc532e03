package packwitness.bench.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CrashesTest {
    @TempDir Path folder;

    @Test
    void powerCutsLoseNothingThatWasToldAndPlantedFlawsAreFound() throws Exception {
        List<Map<String, Object>> lines = new ArrayList<>();
        PowerCuts cuts = new PowerCuts(folder, 1, Clock.systemDefaultZone(), lines::add);
        PowerCuts.Sum sum = cuts.run(6);
        for (Map<String, Object> line : lines)
            assertEquals(List.of(), line.get("broken"), line.toString());
        assertEquals(0, sum.figures().get("takes_without_row"));
        cuts.prove(6).forEach((flaw, found) -> assertTrue(found, flaw));
    }

    @Test
    void aKilledStationKeepsWhatItHadTold() throws Exception {
        List<Map<String, Object>> lines = new ArrayList<>();
        Kills.Sum sum = new Kills(folder, 5, Clock.systemDefaultZone(), lines::add).run(1, 1);
        assertEquals(List.of(), lines.getLast().get("broken"));
        assertEquals(0, sum.figures().get("takes_without_row"));
        assertFalse(lines.isEmpty());
    }
}
