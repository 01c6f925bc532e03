package packwitness.law;

import packwitness.value.Wording;

import java.util.List;
import java.util.Map;

/** From facts to qualification by the shipped rules; immutable, any thread may use it. */
public final class Qualifier {
    private final Statutes statutes;
    private final RuleBook book;
    private final Scales scales;

    private Qualifier(Statutes statutes, RuleBook book, Thresholds thresholds) {
        this.statutes = statutes;
        this.book = book;
        this.scales = new Scales(thresholds, book);
    }

    /** Returns the qualifier of the data shipped with the program. */
    public static Qualifier shipped() {
        return Shipped.QUALIFIER;
    }

    /** Returns up to which day the law was checked, as printed in every paper. */
    public Wording checkedUpTo() {
        return new Wording(book.checkedUpToInChinese(), statutes.checkedUpTo());
    }

    /** Returns what a tier means, in one sentence that says "may". */
    public Wording meaning(Tier tier) {
        return book.meaning(tier);
    }

    /** Returns the names of the places whose lines are known, by their codes. */
    public Map<String, Wording> places() {
        return scales.names();
    }

    private static final class Shipped {
        static final Qualifier QUALIFIER =
                new Qualifier(Statutes.shipped(), RuleBook.shipped(), Thresholds.shipped());
    }

    /** Returns what the facts may amount to, with provisions, warnings, deadlines and reasons. */
    public Qualification qualify(ActFacts facts) {
        Qualification now = plain(facts);
        return now.with(new WhatIf(facts, book, now, this::outlook).changes());
    }

    /** Answers without asking what one more fact would change. */
    Qualification plain(ActFacts facts) {
        return new Inquiry(facts, statutes, book, scales).answer();
    }

    /** Returns only the deadlines of {@link #qualify}, in a fraction of the time. */
    public List<Deadline> deadlines(ActFacts facts) {
        return new Inquiry(facts, statutes, book, scales).deadlines();
    }

    private WhatIf.Outlook outlook(ActFacts facts) {
        return new Inquiry(facts, statutes, book, scales).outlook();
    }
}
