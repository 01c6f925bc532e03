package packwitness.shop;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.law.Qualification;
import packwitness.value.Fen;

import java.util.List;

/**
 * Where the buyer of a claim stands with all claims that may be the same person's.
 *
 * @param links which other claims, why, and what the owner said of them
 * @param counted this claim with those that the owner confirmed
 * @param possible this claim with all that the owner has not ruled out, as if one person were shown
 * @param supposed whether deceit is supposed, because nothing was noted of it and no picture is
 *     read for this view
 */
public record BuyerStanding(
        RefundClaim claim, List<BuyerLink> links, Sum counted, Sum possible, boolean supposed) {
    public BuyerStanding {
        links = List.copyOf(links);
    }

    /**
     * Claims added up as the law allows.
     *
     * @param claims how many were looked at
     * @param reached the tier with its places, lines and deadlines
     */
    public record Sum(int claims, Qualification reached) {
        public Fen obtained() {
            return reached.cumulativeObtained();
        }

        public Fen attempted() {
            return reached.cumulativeAttempted();
        }

        /** Returns what was obtained within the last two years. */
        public Fen recentlyObtained() {
            return reached.twoYearsObtained();
        }

        /** Returns what was only asked for within the last two years. */
        public Fen recentlyAttempted() {
            return reached.twoYearsAttempted();
        }
    }
}
