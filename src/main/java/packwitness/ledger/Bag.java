package packwitness.ledger;

import packwitness.value.Sha256;

import java.nio.file.Path;

/**
 * A bag on the disk.
 *
 * @param manifest SHA-256 of its manifest-sha256.txt
 * @param rows number of rows shown in full
 */
public record Bag(Path folder, Sha256 manifest, long files, long bytes, int rows) {}
