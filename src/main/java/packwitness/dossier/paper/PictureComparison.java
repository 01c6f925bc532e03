package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Instant;
import java.util.List;

/**
 * A picture of the merchant's beside one of the buyer's.
 *
 * @param ours the exhibit of our own picture, itself in {@code oursPicture}
 * @param oursHash of the bytes of our own picture
 * @param oursKeptAt when these bytes came into the vault
 * @param theirs the exhibit of the received picture
 * @param overlay the received picture with its numbered regions drawn in
 * @param copy true where the received picture is derived from ours; false where the two are only
 *     shown side by side
 * @param result what the comparison shows, one sentence without a full stop
 * @param errorRates our measured error rates, with the set they were measured on
 */
public record PictureComparison(
        ExhibitNo exhibit,
        ExhibitNo ours,
        Picture oursPicture,
        String oursName,
        Sha256 oursHash,
        Instant oursKeptAt,
        ExhibitNo theirs,
        Picture overlay,
        boolean copy,
        List<DiffRegion> regions,
        String result,
        String proves,
        String doesNotProve,
        String errorRates) {
    public PictureComparison {
        regions = List.copyOf(regions);
    }
}
