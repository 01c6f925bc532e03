package packwitness.shop;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.dossier.DossierMaker;
import packwitness.law.Deadline;
import packwitness.law.Qualifier;
import packwitness.platform.PlatformRules;
import packwitness.value.Failure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The open claims in the order in which something is lost; safe for any thread. */
public final class DeadlineBoard {
    private final ClaimBook claims;
    private final DossierMaker dossiers;
    private final Qualifier qualifier;
    private final Clock clock;

    DeadlineBoard(ClaimBook claims, DossierMaker dossiers, Qualifier qualifier, Clock clock) {
        this.claims = claims;
        this.dossiers = dossiers;
        this.qualifier = qualifier;
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
            dues.add(platform(Due.Kind.PLATFORM, claim.deadline().get()));
        else
            rules.ofPlatform(claim.platform())
                    .flatMap(rule -> rule.deadline())
                    .ifPresent(limit ->
                            dues.add(
                                    platform(
                                            Due.Kind.RULE,
                                            known(claim).plusSeconds(limit.hours() * 3600L))));
        for (Deadline deadline : legal(claim))
            dues.add(
                    new Due(
                            Due.Kind.LAW,
                            deadline.name(),
                            Optional.of(deadline.label()),
                            deadline.date()
                                    .plusDays(1)
                                    .atStartOfDay(WallTime.BEIJING)
                                    .toInstant()
                                    .minusSeconds(1),
                            deadline.remind()));
        return new DueClaim(claim, dues);
    }

    private static Due platform(Due.Kind kind, Instant at) {
        return new Due(kind, kind.name().toLowerCase(Locale.ROOT), Optional.empty(), at, true);
    }

    /** The deadlines that would count if deceit could be shown; no picture is read for them. */
    private List<Deadline> legal(RefundClaim claim) throws Failure {
        return qualifier.deadlines(dossiers.supposed(claim, claims.buyers().confirmed(claim.id())));
    }

    /**
     * The hour of the claim is not known: its day began then, or it was opened here on that day.
     */
    private static Instant known(RefundClaim claim) {
        Instant day = claim.filedOn().atStartOfDay(WallTime.BEIJING).toInstant();
        boolean sameDay =
                claim.openedAt().atZone(WallTime.BEIJING).toLocalDate().equals(claim.filedOn());
        return sameDay ? claim.openedAt() : day;
    }
}
