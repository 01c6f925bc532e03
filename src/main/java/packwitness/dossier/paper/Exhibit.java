package packwitness.dossier.paper;

import java.util.Optional;

/**
 * A line of the list of evidence.
 *
 * @param source where it comes from
 * @param purpose what it is to prove
 * @param file the file behind it, absent where the exhibit is only a page of this paper
 */
public record Exhibit(
        ExhibitNo no, String name, String source, String purpose, Optional<DataFile> file) {}
