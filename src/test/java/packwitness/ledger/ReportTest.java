package packwitness.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Lang;

import java.nio.file.Path;
import java.util.List;

class ReportTest {
    @TempDir Path folder;

    @Test
    void everyReportNamesWhatCannotBeFound() {
        Report nothing = new Verifier().verify(List.of(folder.resolve("nowhere")));
        assertEquals(Outcome.UNDECIDED, nothing.outcome());
        assertEquals(6, nothing.limits(Lang.ZH).size());
        assertEquals(6, nothing.limits(Lang.EN).size());
        assertEquals(14, nothing.checks().size());
    }
}
