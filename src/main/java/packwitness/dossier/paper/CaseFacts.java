package packwitness.dossier.paper;

import packwitness.value.Fen;

import java.util.List;

/**
 * The claim and its parcel in plain words.
 *
 * @param caseNo our own number, printed on every page
 * @param claimNo the platform's number of the after-sale claim; may be empty
 * @param goods what was sold, as in the order
 * @param price what the buyer paid
 * @param asked what the claim asks for
 * @param refunded what has been paid back so far
 * @param reason the reason the buyer chose, in the platform's words
 * @param buyerWords the buyer's own words, quoted; may be empty
 * @param goodsState where the goods are now, one sentence without a full stop
 * @param exhibits the records that show these numbers; at least one
 * @param automatic true where the platform refunded by itself before the merchant was heard
 */
public record CaseFacts(
        String caseNo,
        String platform,
        String shop,
        String orderNo,
        String claimNo,
        String waybill,
        String carrier,
        String goods,
        Fen price,
        Fen asked,
        Fen refunded,
        String reason,
        String buyerWords,
        String goodsState,
        boolean automatic,
        List<ExhibitNo> exhibits) {
    public CaseFacts {
        exhibits = List.copyOf(exhibits);
        if (exhibits.isEmpty()) throw new IllegalArgumentException("no exhibit for the case");
    }
}
