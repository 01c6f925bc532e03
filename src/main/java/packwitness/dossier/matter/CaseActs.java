package packwitness.dossier.matter;

import packwitness.claim.BuyerLink;
import packwitness.claim.ClaimFacts;
import packwitness.claim.RefundClaim;
import packwitness.inspect.Inspection;
import packwitness.inspect.label.AigcLabel;
import packwitness.law.ActFacts;
import packwitness.value.Failure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** States the facts of a claim for the law. */
final class CaseActs {
    private CaseActs() {}

    /** What the buyer's pictures showed. */
    record Seen(boolean changedCopy, boolean label) {
        static Seen of(Map<Long, Inspection> inspections, List<CaseMaterial.Pair> pairs) {
            return new Seen(
                    pairs.stream().anyMatch(pair -> pair.comparison().changed()),
                    inspections.values().stream()
                            .flatMap(inspection -> inspection.labels().stream())
                            .anyMatch(AigcLabel::readable));
        }
    }

    /**
     * States the facts of the claim for the law; what was not said is not assumed against the
     * buyer.
     */
    static ActFacts facts(RefundClaim claim, Seen seen, List<BuyerLink> others, LocalDate today)
            throws Failure {
        boolean label = seen.label();
        String evidence = ClaimFacts.AI_EVIDENCE.of(claim);
        if (evidence.isEmpty()) evidence = seen.changedCopy() ? "strong" : label ? "weak" : "none";
        StringBuilder yaml = new StringBuilder();
        line(yaml, "as_of", "'" + today + "'");
        yaml.append("acts:\n");
        act(yaml, claim);
        others.forEach(link -> act(yaml, link.other()));
        yaml.append("forum_candidates:\n");
        for (String forum : ClaimFacts.FORUM_CANDIDATES.of(claim).split(","))
            yaml.append("- ").append(forum).append('\n');
        line(yaml, "same_person_proved", samePerson(claim, others));
        line(yaml, "goods_returned", ClaimFacts.GOODS_RETURNED.of(claim));
        line(yaml, "refund_by", claim.obtained() ? ClaimFacts.REFUND_BY.of(claim) : "none");
        line(yaml, "ai_evidence", evidence);
        yaml.append("label:\n  state: ").append(label ? "present" : "unknown").append('\n');
        yaml.append("platform:\n  heard_merchant: ").append(ClaimFacts.HEARD_MERCHANT.of(claim));
        yaml.append("\n  automatic: ").append(ClaimFacts.AUTOMATIC.of(claim));
        yaml.append("\n  rule_forced: ").append(ClaimFacts.RULE_FORCED.of(claim)).append('\n');
        optional(yaml, "buyer_age", ClaimFacts.BUYER_AGE.of(claim), "");
        optional(yaml, "reported_on", ClaimFacts.REPORTED_ON.of(claim), "'");
        String knew = ClaimFacts.KNEW_ON.of(claim);
        line(yaml, "knew_on", "'" + (knew.isEmpty() ? claim.filedOn() : knew) + "'");
        return ActFacts.fromYaml(yaml.toString());
    }

    private static void act(StringBuilder yaml, RefundClaim claim) {
        yaml.append("- date: '").append(claim.filedOn()).append("'\n");
        yaml.append("  amount: '").append(claim.amount().yuan()).append("'\n");
        yaml.append("  outcome: ").append(claim.obtained() ? "obtained" : "attempted").append('\n');
    }

    /** What the owner said holds; else sums are added up only where each link is a strong one. */
    private static String samePerson(RefundClaim claim, List<BuyerLink> others) {
        if (claim.facts().containsKey(ClaimFacts.SAME_PERSON_PROVED.key()) || others.isEmpty())
            return ClaimFacts.SAME_PERSON_PROVED.of(claim);
        boolean strong = others.stream().allMatch(link -> link.strength() == BuyerLink.Strength.A);
        return String.valueOf(strong);
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }

    private static void optional(StringBuilder yaml, String key, String value, String quote) {
        line(yaml, key, value.isEmpty() ? "null" : quote + value + quote);
    }
}
