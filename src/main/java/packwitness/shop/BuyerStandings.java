package packwitness.shop;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimFacts;
import packwitness.claim.RefundClaim;
import packwitness.dossier.DossierMaker;
import packwitness.law.ActFacts;
import packwitness.law.Qualifier;
import packwitness.value.ClaimId;
import packwitness.value.Failure;

import java.util.List;

/** Adds up a buyer's claims; safe for any thread. No picture is read, so it answers at once. */
final class BuyerStandings {
    private final ClaimBook claims;
    private final DossierMaker dossiers;
    private final Qualifier qualifier;

    BuyerStandings(ClaimBook claims, DossierMaker dossiers, Qualifier qualifier) {
        this.claims = claims;
        this.dossiers = dossiers;
        this.qualifier = qualifier;
    }

    BuyerStanding of(ClaimId id) throws Failure {
        RefundClaim claim = claims.show(id);
        List<BuyerLink> links = claims.buyers().linksOf(id);
        List<BuyerLink> confirmed = links.stream().filter(l -> l.said().orElse(false)).toList();
        List<BuyerLink> possible = links.stream().filter(l -> l.said().orElse(true)).toList();
        ActFacts all = dossiers.supposed(claim, possible).but().samePersonShown(true).build();
        return new BuyerStanding(
                claim,
                links,
                sum(confirmed, dossiers.supposed(claim, confirmed)),
                sum(possible, all),
                ClaimFacts.AI_EVIDENCE.of(claim).isEmpty());
    }

    private BuyerStanding.Sum sum(List<BuyerLink> others, ActFacts facts) {
        return new BuyerStanding.Sum(others.size() + 1, qualifier.qualify(facts));
    }
}
