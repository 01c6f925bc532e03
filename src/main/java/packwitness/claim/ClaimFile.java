package packwitness.claim;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * One file of a claim, kept byte for byte.
 *
 * @param file relative to the vault
 * @param obtained how this copy came to us, in the owner's words
 */
public record ClaimFile(
        long id,
        FileRole role,
        String name,
        String file,
        long bytes,
        Sha256 sha256,
        String obtained,
        Instant at) {}
