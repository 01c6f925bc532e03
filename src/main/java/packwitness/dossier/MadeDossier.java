package packwitness.dossier;

import packwitness.dossier.print.WrittenPaper;
import packwitness.ledger.Bag;
import packwitness.ledger.Report;

import java.nio.file.Path;

/**
 * A finished paper and its bag, both under their final names, and what our verifier says of the
 * bag.
 */
public record MadeDossier(Path pdf, WrittenPaper paper, Bag bag, Report report) {}
