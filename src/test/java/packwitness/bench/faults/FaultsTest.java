package packwitness.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FaultsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"JPEGs cut in half", "force fails", "no room for the index", "a listener"})
    void faultIsToldAndWhatWasRecordedIsKept(String fault) throws Exception {
        List<Map<String, Object>> lines = new ArrayList<>();
        Faults faults = new Faults(folder, Clock.systemDefaultZone(), lines::add);
        faults.run(fault);
        assertEquals(1, faults.kinds());
        assertEquals(List.of(), faults.figures().get("silent"), lines.toString());
        assertEquals(List.of(), faults.figures().get("without_row"), lines.toString());
        assertEquals(List.of(), faults.figures().get("wrong_afterwards"), lines.toString());
    }
}
