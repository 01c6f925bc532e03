package packwitness.dossier;

import packwitness.dossier.print.WrittenPaper;
import packwitness.ledger.Bag;
import packwitness.ledger.Report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A finished paper and its bag, both under their final names, and what our verifier says of the
 * bag.
 *
 * @param english the courtesy translation beside it, where it was asked for
 */
public record MadeDossier(
        Path pdf, WrittenPaper paper, Optional<Path> english, Bag bag, Report report) {}
