package packwitness.law;

import packwitness.value.Failure;
import packwitness.yaml.YamlProblem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The facts of a case as the merchant states them; days are days in Asia/Shanghai. Nothing here is
 * a legal conclusion.
 *
 * @param asOf the day for which the answer is asked
 * @param acts at least one, in any order
 * @param forums codes of {@code thresholds.yaml} for the buyer's and the merchant's place
 * @param override replaces the table for the forum {@code override}
 * @param merchantBelieved whether the merchant believed the picture when it paid
 * @param buyerAge the buyer's age in years at the act, where known
 * @param punishedOn when the buyer was last punished for fraud, where known
 * @param unread keys and values of a file that were not understood
 */
public record ActFacts(
        LocalDate asOf,
        List<Act> acts,
        List<String> forums,
        Optional<ThresholdFigures> override,
        boolean samePersonShown,
        GoodsReturned goodsReturned,
        RefundBy refundBy,
        boolean merchantBelieved,
        DeceitEvidence deceitEvidence,
        LabelState label,
        PlatformConduct platform,
        boolean competitorLinked,
        boolean thirdPartyInvolved,
        OptionalInt buyerAge,
        Optional<LocalDate> reportedOn,
        Optional<LocalDate> knewOn,
        Optional<LocalDate> filedOn,
        Optional<LocalDate> punishedOn,
        List<String> unread) {
    public ActFacts {
        acts = List.copyOf(acts);
        forums = List.copyOf(forums);
        unread = List.copyOf(unread);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("no act");
        }
    }

    /**
     * Reads the {@code facts} of a scenario: the mapping itself, or a document that has it under
     * {@code facts}.
     *
     * @throws Failure {@link YamlProblem} naming the place
     */
    public static ActFacts fromYaml(String yaml) throws Failure {
        return FactsReader.read(yaml);
    }

    /** Returns a builder whose defaults are those of an ordinary case with one merchant refund. */
    public static Builder on(LocalDate asOf) {
        return new Builder(asOf);
    }

    /** Returns a builder that holds all of these facts, for one of them to be changed. */
    public Builder but() {
        Builder same = new Builder(asOf);
        same.acts.addAll(acts);
        same.forums.addAll(forums);
        same.unread.addAll(unread);
        same.override = override;
        same.samePersonShown = samePersonShown;
        same.goodsReturned = goodsReturned;
        same.refundBy = refundBy;
        same.merchantBelieved = merchantBelieved;
        same.deceitEvidence = deceitEvidence;
        same.label = label;
        same.platform = platform;
        same.competitorLinked = competitorLinked;
        same.thirdPartyInvolved = thirdPartyInvolved;
        same.buyerAge = buyerAge;
        same.reportedOn = reportedOn;
        same.knewOn = knewOn;
        same.filedOn = filedOn;
        same.punishedOn = punishedOn;
        return same;
    }

    /** Collects facts in code; used by one thread. */
    public static final class Builder {
        private final LocalDate asOf;
        private final List<Act> acts = new ArrayList<>();
        private final List<String> forums = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private Optional<ThresholdFigures> override = Optional.empty();
        private boolean samePersonShown = true;
        private GoodsReturned goodsReturned = GoodsReturned.NONE;
        private RefundBy refundBy = RefundBy.MERCHANT;
        private boolean merchantBelieved = true;
        private DeceitEvidence deceitEvidence = DeceitEvidence.STRONG;
        private LabelState label = LabelState.UNKNOWN;
        private PlatformConduct platform = PlatformConduct.FAIR;
        private boolean competitorLinked;
        private boolean thirdPartyInvolved;
        private OptionalInt buyerAge = OptionalInt.empty();
        private Optional<LocalDate> reportedOn = Optional.empty();
        private Optional<LocalDate> knewOn = Optional.empty();
        private Optional<LocalDate> filedOn = Optional.empty();
        private Optional<LocalDate> punishedOn = Optional.empty();

        private Builder(LocalDate asOf) {
            this.asOf = Objects.requireNonNull(asOf);
        }

        public Builder act(Act act) {
            acts.add(act);
            return this;
        }

        /** Replaces all acts. */
        Builder acts(List<Act> replaced) {
            acts.clear();
            acts.addAll(replaced);
            return this;
        }

        /** Adds a place whose police may take the case, by its code in the thresholds. */
        public Builder forum(String code) {
            forums.add(code);
            return this;
        }

        public Builder override(ThresholdFigures figures) {
            override = Optional.of(figures);
            return this;
        }

        public Builder samePersonShown(boolean shown) {
            samePersonShown = shown;
            return this;
        }

        public Builder goodsReturned(GoodsReturned returned) {
            goodsReturned = returned;
            return this;
        }

        public Builder refundBy(RefundBy by) {
            refundBy = by;
            return this;
        }

        public Builder merchantBelieved(boolean believed) {
            merchantBelieved = believed;
            return this;
        }

        public Builder deceitEvidence(DeceitEvidence evidence) {
            deceitEvidence = evidence;
            return this;
        }

        public Builder label(LabelState state) {
            label = state;
            return this;
        }

        public Builder platform(PlatformConduct conduct) {
            platform = conduct;
            return this;
        }

        public Builder competitorLinked(boolean linked) {
            competitorLinked = linked;
            return this;
        }

        public Builder thirdPartyInvolved(boolean involved) {
            thirdPartyInvolved = involved;
            return this;
        }

        public Builder buyerAge(int years) {
            buyerAge = OptionalInt.of(years);
            return this;
        }

        public Builder reportedOn(LocalDate day) {
            reportedOn = Optional.of(day);
            return this;
        }

        public Builder knewOn(LocalDate day) {
            knewOn = Optional.of(day);
            return this;
        }

        public Builder filedOn(LocalDate day) {
            filedOn = Optional.of(day);
            return this;
        }

        public Builder punishedOn(LocalDate day) {
            punishedOn = Optional.of(day);
            return this;
        }

        Builder unread(String placeAndValue) {
            unread.add(placeAndValue);
            return this;
        }

        /** Returns the facts; without an act it is refused. */
        public ActFacts build() {
            return new ActFacts(
                    asOf,
                    acts,
                    forums,
                    override,
                    samePersonShown,
                    goodsReturned,
                    refundBy,
                    merchantBelieved,
                    deceitEvidence,
                    label,
                    platform,
                    competitorLinked,
                    thirdPartyInvolved,
                    buyerAge,
                    reportedOn,
                    knewOn,
                    filedOn,
                    punishedOn,
                    unread);
        }
    }
}
