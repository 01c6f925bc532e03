package packwitness.claim;

import packwitness.value.Failure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The names of the further facts of a claim and what may stand in them; the same names as in a
 * facts file.
 */
public enum ClaimFacts {
    /** Places whose police may be in charge: codes of the thresholds, separated by commas. */
    FORUM_CANDIDATES("guangdong-1", "[a-z0-9-]+(,[a-z0-9-]+)*"),
    SAME_PERSON_PROVED("true", "true|false"),
    GOODS_RETURNED("none", "none|partial|full_before_refund|full_after_refund"),
    REFUND_BY("platform", "merchant|platform|none"),
    MERCHANT_BELIEVED("true", "true|false"),
    AI_EVIDENCE("", "|none|weak|strong"),
    HEARD_MERCHANT("false", "true|false"),
    AUTOMATIC("true", "true|false"),
    RULE_FORCED("false", "true|false"),
    BUYER_AGE("", "|\\d{1,3}"),
    KNEW_ON("", "|\\d{4}-\\d{2}-\\d{2}"),
    REPORTED_ON("", "|\\d{4}-\\d{2}-\\d{2}"),
    /** The carrier's times as the shop copied them, Beijing time. */
    PICKED_UP("", Shape.MOMENT),
    IN_TRANSIT("", Shape.MOMENT),
    DELIVERED("", Shape.MOMENT),
    /** Grams on the shop's scale and on the carrier's. */
    WEIGHT_PACKED_G("", Shape.GRAMS),
    WEIGHT_CARRIER_G("", Shape.GRAMS);

    private static final class Shape {
        static final String MOMENT = "|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}";
        static final String GRAMS = "|\\d{1,7}";
    }

    private final String standard;
    private final String shape;

    ClaimFacts(String standard, String shape) {
        this.standard = standard;
        this.shape = shape;
    }

    /** Returns the name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the value of the claim, else what holds where nothing was said. */
    public String of(RefundClaim claim) {
        return claim.facts().getOrDefault(key(), standard);
    }

    /** Returns whether the fact stands openly in the ledger, where verifiers compare it. */
    static boolean isOfCarrier(String key) {
        return List.of(PICKED_UP, IN_TRANSIT, DELIVERED, WEIGHT_PACKED_G, WEIGHT_CARRIER_G).stream()
                .anyMatch(fact -> fact.key().equals(key));
    }

    static void check(String key, String value) throws Failure {
        Optional<ClaimFacts> fact =
                List.of(values()).stream().filter(f -> f.key().equals(key)).findFirst();
        if (fact.isEmpty())
            throw new Failure(
                    ClaimProblem.UNKNOWN_FACT,
                    key,
                    String.join(", ", List.of(values()).stream().map(ClaimFacts::key).toList()));
        String shape = fact.get().shape;
        if (value.matches(shape)) return;
        if (shape.matches("[a-z_|]+"))
            throw new Failure(
                    ClaimProblem.BAD_CHOICE,
                    key,
                    value,
                    String.join(", ", shape.replaceFirst("^[|]", "").split("[|]")));
        throw new Failure(ClaimProblem.BAD_VALUE, key, value);
    }
}
