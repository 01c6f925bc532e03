package packwitness.law;

/**
 * How the platform behaved.
 *
 * @param heardMerchant whether the merchant was asked before the refund
 * @param automatic whether no person decided
 * @param ruleForced whether a rule of the platform forced the refund on the merchant
 */
public record PlatformConduct(boolean heardMerchant, boolean automatic, boolean ruleForced) {
    /** The platform heard the merchant and forced nothing. */
    public static final PlatformConduct FAIR = new PlatformConduct(true, false, false);
}
