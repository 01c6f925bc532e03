package packwitness.law;

import packwitness.value.Wording;

import java.util.List;
import java.util.Map;

/**
 * From facts to qualification by the shipped rules, which are read when they are first asked;
 * immutable, any thread may use it.
 */
public final class Qualifier {
    private static final Qualifier SHIPPED = new Qualifier();

    private Qualifier() {}

    /** What the program ships; a start that qualifies nothing reads none of it. */
    private static final class Shipped {
        static final Statutes STATUTES = Statutes.shipped();
        static final RuleBook BOOK = RuleBook.shipped();
        static final Scales SCALES = new Scales(Thresholds.shipped(), BOOK);
    }

    /** Returns the qualifier of the data shipped with the program. */
    public static Qualifier shipped() {
        return SHIPPED;
    }

    /** Returns up to which day the law was checked, as printed in every paper. */
    public Wording checkedUpTo() {
        return new Wording(Shipped.BOOK.checkedUpToInChinese(), Shipped.STATUTES.checkedUpTo());
    }

    /** Returns what a tier means, in one sentence that says "may". */
    public Wording meaning(Tier tier) {
        return Shipped.BOOK.meaning(tier);
    }

    /** Returns the names of the places whose lines are known, by their codes. */
    public Map<String, Wording> places() {
        return Shipped.SCALES.names();
    }

    /** Returns what the facts may amount to, with provisions, warnings, deadlines and reasons. */
    public Qualification qualify(ActFacts facts) {
        Qualification now = plain(facts);
        return now.with(new WhatIf(facts, Shipped.BOOK, now, this::outlook).changes());
    }

    /** Answers without asking what one more fact would change. */
    Qualification plain(ActFacts facts) {
        return new Inquiry(facts, Shipped.STATUTES, Shipped.BOOK, Shipped.SCALES).answer();
    }

    /** Returns only the deadlines of {@link #qualify}, in a fraction of the time. */
    public List<Deadline> deadlines(ActFacts facts) {
        return new Inquiry(facts, Shipped.STATUTES, Shipped.BOOK, Shipped.SCALES).deadlines();
    }

    private WhatIf.Outlook outlook(ActFacts facts) {
        return new Inquiry(facts, Shipped.STATUTES, Shipped.BOOK, Shipped.SCALES).outlook();
    }
}
