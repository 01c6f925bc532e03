package packwitness.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class FaultsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "JPEGs cut in half,PICTURES_BROKEN",
        // The writer and the splitter both tell of it; either may be the first.
        "force fails,WRITE_FAILED|TAKE_DAMAGED",
        "no room for the index,INDEX_NOT_WRITTEN",
        "a listener,"
    })
    void faultIsToldAndWhatWasRecordedIsKept(String fault, @Nullable String alarm)
            throws Exception {
        List<Map<String, Object>> lines = new ArrayList<>();
        Faults faults = new Faults(folder, Clock.systemDefaultZone(), lines::add);
        faults.run(fault);
        assertEquals(1, faults.kinds());
        String told = String.valueOf(told(lines));
        assertTrue(told.matches(String.valueOf(alarm)), told);
        assertEquals(List.of(), faults.figures().get("silent"), lines.toString());
        assertEquals(List.of(), faults.figures().get("without_row"), lines.toString());
        assertEquals(List.of(), faults.figures().get("wrong_afterwards"), lines.toString());
    }

    /** The problem keys of a room are told by their last part. */
    private static @Nullable Object told(List<Map<String, Object>> lines) {
        Object alarm = lines.getFirst().get("alarm");
        return alarm == null ? null : alarm.toString().replaceFirst("^recording\\.", "");
    }
}
