package packwitness.dossier.matter;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimBook;
import packwitness.claim.RefundClaim;
import packwitness.law.ActFacts;
import packwitness.law.Qualification;
import packwitness.law.Qualifier;
import packwitness.law.Tier;
import packwitness.value.Beijing;
import packwitness.value.Failure;
import packwitness.value.Wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Puts the facts of a claim before the law; safe for any thread. */
public final class CaseCounsel {
    private final Qualifier qualifier;
    private final ClaimBook claims;
    private final Clock clock;

    public CaseCounsel(Qualifier qualifier, ClaimBook claims, Clock clock) {
        this.qualifier = qualifier;
        this.claims = claims;
        this.clock = clock;
    }

    /** Says what the law makes of the case as it stands. */
    public Qualification qualify(OpenCase open) throws Failure {
        RefundClaim claim = open.claim();
        return qualifier.qualify(CaseActs.facts(claim, open.seen(), others(claim), today()));
    }

    /**
     * States the facts of the claim and of those tied to it as if deceit could be shown: no picture
     * is read.
     */
    public ActFacts supposed(RefundClaim claim, List<BuyerLink> others) throws Failure {
        return CaseActs.facts(claim, new CaseActs.Seen(true, false), others, today());
    }

    /** Returns until which day the law was checked, as papers print it. */
    Wording checkedUpTo() {
        return qualifier.checkedUpTo();
    }

    Wording meaning(Tier tier) {
        return qualifier.meaning(tier);
    }

    List<BuyerLink> others(RefundClaim claim) throws Failure {
        return claims.buyers().confirmed(claim.id());
    }

    LocalDate today() {
        return clock.instant().atZone(Beijing.TIME).toLocalDate();
    }
}
