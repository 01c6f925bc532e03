package packwitness.law;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Lets the tier rules move what the amounts alone would give in one place. */
final class TierDecision {
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Set<Tier> alternatives;
    private Tier tier;

    TierDecision(Standing.Place place, Marks marks, RuleBook book, Statutes statutes) {
        tier = place.tier();
        alternatives = EnumSet.noneOf(Tier.class);
        alternatives.addAll(place.alternatives());
        Marks known = marks.with("amount_tier", place.tier());
        for (TierRule rule : book.tierRules()) {
            Marks now = known.with("tier_now", tier);
            if (!rule.when().holds(now, statutes)) {
                continue;
            }
            if (rule.replacesAlternatives()) {
                alternatives.clear();
            }
            rule.tier().ifPresent(moved -> tier = moved);
            alternatives.addAll(rule.alternatives());
            alternatives.remove(tier);
            warnings.addAll(rule.warn());
            reasons.add(new Reason(Reason.Step.TIER, rule.id(), now.fill(rule.why())));
            if (rule.stop()) {
                break;
            }
        }
    }

    Tier tier() {
        return tier;
    }

    Set<Tier> alternatives() {
        return alternatives;
    }

    List<String> warnings() {
        return warnings;
    }

    List<Reason> reasons() {
        return reasons;
    }
}
