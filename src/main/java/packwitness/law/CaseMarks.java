package packwitness.law;

import packwitness.value.Fen;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns facts and sums into the marks that the rules ask about. */
final class CaseMarks {
    private final ActFacts facts;
    private final RuleBook book;
    private final Scales scales;

    CaseMarks(ActFacts facts, RuleBook book, Scales scales) {
        this.facts = facts;
        this.book = book;
        this.scales = scales;
    }

    /** Returns the marks that stand in the facts themselves. */
    Marks stated(LocalDate report) {
        List<Integer> age =
                facts.buyerAge().isPresent() ? List.of(facts.buyerAge().getAsInt()) : List.of();
        return Marks.none()
                .with("report_date", report)
                .with("deceit", facts.deceitEvidence())
                .with("goods_returned", facts.goodsReturned())
                .with("refund_by", facts.refundBy())
                .with("merchant_believed", facts.merchantBelieved())
                .with("label", facts.label())
                .with("platform_heard", facts.platform().heardMerchant())
                .with("platform_automatic", facts.platform().automatic())
                .with("platform_rule_forced", facts.platform().ruleForced())
                .with("competitor_linked", facts.competitorLinked())
                .with("third_party", facts.thirdPartyInvolved())
                .with("punished_before", facts.punishedOn().isPresent())
                .with("unread", !facts.unread().isEmpty())
                .word("unread", String.join(", ", facts.unread()))
                .withAll("buyer_age", age);
    }

    /** Adds what follows from the acts and their deadlines. */
    Marks withActs(Marks marks, List<Act> acts, DeadlineTable deadlines) {
        List<Act> obtained = Sums.of(acts, Outcome.OBTAINED);
        Marks result =
                marks.with("obtained_any", !obtained.isEmpty())
                        .with("attempted_any", obtained.size() < acts.size())
                        .with("repaid", repaid(obtained));
        for (String group : deadlines.groups()) {
            boolean civil = group.equals("rescission") || group.equals("limitation");
            result = result.with(group + "_open", deadlines.state(civil ? obtained : acts, group));
        }
        return result;
    }

    private static String repaid(List<Act> obtained) {
        Fen back = obtained.stream().map(Act::repaid).reduce(Fen.ZERO, Fen::plus);
        if (back.amount() == 0) {
            return "none";
        }
        return back.compareTo(Sums.all(obtained)) >= 0 ? "full" : "part";
    }

    /** Adds what follows from one person's sums. */
    Marks withStanding(Marks marks, Standing standing, int people, int actsLeftOut) {
        Set<Tier> attempted = new LinkedHashSet<>();
        Set<Tier> combined = new LinkedHashSet<>();
        boolean exact = false;
        boolean telecomMore = false;
        boolean cumulated = false;
        for (Standing.Place place : standing.places()) {
            Scale scale = place.scale();
            Fen done = place.done().all();
            Fen tried = place.tried().all();
            attempted.add(scale.reached(tried));
            combined.add(scale.reached(done.plus(tried)));
            exact |=
                    scale.isLine(done)
                            || scale.isLine(place.done().window())
                            || scale.isLine(tried);
            telecomMore |= scales.telecom().reached(done).compareTo(scale.reached(done)) > 0;
            cumulated |= place.cumulated();
        }
        Standing.Place any = standing.places().getFirst();
        boolean tried = any.tried().all().amount() > 0;
        return marks.with("criminal_open", standing.criminalOpen())
                .with("attempt_counts", tried)
                .with("mixed", tried && any.done().all().amount() > 0)
                .withAll("attempted_figure", attempted)
                .withAll("combined_figure", combined)
                .withAll(
                        "amount_tier",
                        standing.places().stream().map(Standing.Place::tier).toList())
                .with("exactly_at_line", exact)
                .with("telecom_reaches_more", telecomMore)
                .with("cumulation_matters", cumulated)
                .with("several_acts", standing.counted().size() > 1)
                .with(
                        "several_acts_obtained",
                        Sums.of(standing.counted(), Outcome.OBTAINED).size() > 1)
                .with("several_people", people > 1)
                .with("several_forums", standing.places().size() > 1)
                .with("acts_left_out", actsLeftOut > 0)
                .with("all_dealt_with", facts.acts().stream().allMatch(Act::dealtWith));
    }

    /** Adds what is known of one act. */
    Marks withAct(Marks marks, Act act, DeadlineTable deadlines) {
        boolean recently =
                facts.punishedOn()
                        .filter(day -> !day.isAfter(act.date()))
                        .filter(day -> !day.isBefore(book.span("repeat_window").before(act.date())))
                        .isPresent();
        Marks result =
                marks.with("act_date", act.date())
                        .with("act_outcome", act.outcome())
                        .with("act_kind", act.kind())
                        .with("punished_recently", recently)
                        .word("act_date", act.date().toString());
        for (String group : deadlines.groups()) {
            result = result.with("act_" + group + "_open", deadlines.isOpen(act, group));
        }
        return result;
    }

    /** Adds what is known of one place. */
    Marks withForum(Marks marks, Standing.Place place) {
        Scale scale = place.scale();
        Fen amount = place.done().all();
        Fen most = amount.compareTo(place.tried().all()) >= 0 ? amount : place.tried().all();
        return marks.with("forum", scale.code())
                .with("forum_status", scale.status())
                .with("forum_conflicts", scale.conflicts())
                .with("forum_figures_used", scale.figuresUsed())
                .with("forum_overridden", scale.overridden())
                .with("forum_part_unknown", scale.partUnknown())
                .with("forum_figure", scale.reached(amount))
                .with("forum_obtained", amount.yuan())
                .with("forum_floor_reached", most.compareTo(scales.national().largeFloor()) >= 0)
                .with("forum_near", isNear(scale, amount))
                .word("place", scale.place())
                .word("document", scale.document())
                .word("missing", missing(scale, amount).yuan());
    }

    private boolean isNear(Scale scale, Fen amount) {
        return scale.next(amount)
                .filter(line -> line.getValue().isCriminal() || !scale.figuresUsed())
                .map(line ->
                        BigDecimal.valueOf(amount.amount())
                                        .compareTo(
                                                book.nearShare()
                                                        .multiply(
                                                                BigDecimal.valueOf(
                                                                        line.getKey().amount())))
                                >= 0)
                .orElse(false);
    }

    static Fen missing(Scale scale, Fen amount) {
        return scale.next(amount)
                .map(line -> new Fen(line.getKey().amount() - amount.amount()))
                .orElse(Fen.ZERO);
    }

    static List<Act> newestLast(List<Act> acts) {
        List<Act> sorted = new ArrayList<>(acts);
        sorted.sort(java.util.Comparator.comparing(Act::date));
        return sorted;
    }
}
