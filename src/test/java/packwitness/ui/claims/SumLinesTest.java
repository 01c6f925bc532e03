package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class SumLinesTest {
    @Test
    void aDayOnTheAxisIsReadBackAsItWasWritten() {
        SumChart.Days days = new SumChart.Days(LocalDate.parse("2026-12-20"));
        for (String day : new String[] {"2026-12-20", "2026-12-31", "2027-01-01", "2027-02-28"}) {
            long number = LocalDate.parse(day).toEpochDay();
            assertEquals(number, days.fromString(days.toString(number)).longValue());
        }
    }
}
