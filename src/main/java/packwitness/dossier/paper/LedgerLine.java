package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * A row of the ledger that belongs to this case.
 *
 * @param what the kind and its facts in words
 * @param leaf the row's leaf hash in the tree
 */
public record LedgerLine(long seq, Instant at, String kind, String what, Sha256 leaf) {}
