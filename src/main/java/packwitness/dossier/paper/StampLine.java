package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Instant;

/**
 * A time stamp over a checkpoint of the ledger.
 *
 * @param serial serial number of the token, as printed
 * @param treeSize number of ledger rows under the checkpoint
 */
public record StampLine(
        ExhibitNo exhibit,
        Instant at,
        String authorityName,
        Authority authority,
        String serial,
        long treeSize,
        Sha256 root) {}
