package packwitness.ledger;

import java.nio.file.Path;
import java.util.List;

/** A deeper look into a PDF than its signature, by a room that can read PDF. */
@FunctionalInterface
public interface DocumentCheck {
    /** Returns findings for C10 and C11 as check id and finding; never throws on bad files. */
    List<Found> look(Path pdf, List<Path> bags);

    /** One finding of a document check. */
    record Found(String checkId, Finding finding) {}
}
