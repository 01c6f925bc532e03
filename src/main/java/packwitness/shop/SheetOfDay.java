package packwitness.shop;

import packwitness.dossier.sheet.ControlSheet;
import packwitness.dossier.sheet.SheetWriter;
import packwitness.ledger.Checkpoint;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** The control sheet as it is printed today. */
public final class SheetOfDay {
    private SheetOfDay() {}

    /** Writes the control codes, the badges and, where there is one, the newest checkpoint. */
    public static void write(
            Optional<Checkpoint> newest, List<String> badges, Clock clock, Path pdf)
            throws Failure {
        Optional<ControlSheet.Mark> mark =
                newest.map(c -> new ControlSheet.Mark(c.code(), c.at().atZone(clock.getZone())));
        SheetWriter.write(new ControlSheet(badges, mark, ZonedDateTime.now(clock)), pdf);
    }
}
