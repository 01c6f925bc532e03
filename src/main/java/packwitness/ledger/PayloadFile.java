package packwitness.ledger;

import java.nio.file.Path;

/**
 * A file that goes into a bag.
 *
 * @param name path under data/ with '/' between its parts; not under ledger/
 */
public record PayloadFile(Path source, String name, FileRole role) {}
