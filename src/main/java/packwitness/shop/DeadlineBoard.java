package packwitness.shop;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.dossier.DossierMaker;
import packwitness.law.Deadline;
import packwitness.platform.PlatformRules;
import packwitness.value.Failure;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The open claims in the order in which something is lost; safe for any thread. */
public final class DeadlineBoard {
    /** Days of the law and of platforms are days in China. */
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final ClaimBook claims;
    private final DossierMaker dossiers;
    private final Clock clock;

    DeadlineBoard(ClaimBook claims, DossierMaker dossiers, Clock clock) {
        this.claims = claims;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** Returns all open claims by the rules of the platforms, what is lost first at the top. */
    public List<DueClaim> open(PlatformRules rules) throws Failure {
        List<DueClaim> open = new ArrayList<>();
        for (RefundClaim claim : claims.list())
            if (claim.state() == ClaimState.OPEN) open.add(due(claim, rules));
        open.sort(DueClaim.byLoss(clock.instant()));
        return open;
    }

    private DueClaim due(RefundClaim claim, PlatformRules rules) throws Failure {
        List<Due> dues = new ArrayList<>();
        if (claim.deadline().isPresent())
            dues.add(new Due(Due.Kind.PLATFORM, Optional.empty(), claim.deadline().get()));
        else
            rules.ofPlatform(claim.platform())
                    .flatMap(rule -> rule.deadline())
                    .ifPresent(limit ->
                            dues.add(
                                    new Due(
                                            Due.Kind.RULE,
                                            Optional.empty(),
                                            known(claim).plusSeconds(limit.hours() * 3600L))));
        for (Deadline deadline : dossiers.legalDeadlines(claim))
            dues.add(
                    new Due(
                            Due.Kind.LAW,
                            Optional.of(deadline.label()),
                            deadline.date()
                                    .plusDays(1)
                                    .atStartOfDay(BEIJING)
                                    .toInstant()
                                    .minusSeconds(1)));
        return new DueClaim(claim, dues);
    }

    /**
     * The hour of the claim is not known: its day began then, or it was opened here on that day.
     */
    private static Instant known(RefundClaim claim) {
        Instant day = claim.filedOn().atStartOfDay(BEIJING).toInstant();
        boolean sameDay = claim.openedAt().atZone(BEIJING).toLocalDate().equals(claim.filedOn());
        return sameDay ? claim.openedAt() : day;
    }
}
