package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks again with one fact different at a time and keeps what changed the tier; used once. */
final class WhatIf {
    /** In a long series the newest acts stand for all. */
    private static final int MOST_TRIED = 12;

    private final ActFacts facts;
    private final RuleBook book;
    private final Qualification now;
    private final Function<ActFacts, Outlook> ask;
    private final List<Change> found = new ArrayList<>();

    /** The tier of a case and of each of its places. */
    record Outlook(Tier tier, List<ForumResult> forums) {}

    WhatIf(ActFacts facts, RuleBook book, Qualification now, Function<ActFacts, Outlook> ask) {
        this.facts = facts;
        this.book = book;
        this.now = now;
        this.ask = ask;
    }

    List<Change> changes() {
        for (ForumResult forum : now.forums()) {
            new Money(forum).look();
        }
        localFigure();
        people();
        attempt();
        evidence();
        goods();
        report();
        punished();
        age();
        return List.copyOf(found);
    }

    private void localFigure() {
        Fen sum = now.cumulativeObtained();
        boolean unknown = now.forums().stream().noneMatch(ForumResult::figuresUsed);
        if (unknown && sum.amount() > 0) {
            ThresholdFigures reached =
                    new ThresholdFigures(Optional.of(sum), Optional.empty(), Optional.empty());
            tryOut("local_figure", facts.but().override(reached), Marks.none(), Optional.of(sum));
        }
    }

    private void people() {
        tryOut("same_person_proved", facts.but().samePersonShown(!facts.samePersonShown()));
    }

    private void attempt() {
        List<Act> paid = new ArrayList<>();
        facts.acts().forEach(act -> paid.add(act.with(Outcome.OBTAINED)));
        tryOut("attempt_paid", facts.but().acts(paid));
        tryOut("merchant_believed", facts.but().merchantBelieved(!facts.merchantBelieved()));
    }

    private void evidence() {
        for (DeceitEvidence evidence : DeceitEvidence.values()) {
            tryOut("evidence", facts.but().deceitEvidence(evidence), word(evidence));
        }
    }

    private void goods() {
        for (GoodsReturned goods : GoodsReturned.values()) {
            tryOut("goods", facts.but().goodsReturned(goods), word(goods));
        }
    }

    /** The report counts from the last act that is still open, or was the last one open. */
    private void report() {
        Optional<LocalDate> last =
                now.deadlines().stream()
                        .filter(d -> d.name().equals(book.setting("report_deadline")))
                        .map(Deadline::date)
                        .reduce((one, other) -> one.isAfter(other) ? one : other);
        if (last.isEmpty()) {
            return;
        }
        Marks day = Marks.none().word("date", last.get().toString());
        if (facts.reportedOn().orElse(facts.asOf()).isAfter(last.get())) {
            tryOut("reported_in_time", facts.but().reportedOn(last.get()), day);
        } else if (facts.reportedOn().isEmpty()) {
            tryOut("reported_late", facts.but().reportedOn(last.get().plusDays(1)), day);
        }
    }

    private void punished() {
        List<Act> dealt = facts.acts().stream().map(Act::punished).toList();
        tryOut("dealt_with", facts.but().acts(dealt));
    }

    private void age() {
        for (String years : book.settings("ages_asked")) {
            tryOut(
                    "buyer_age",
                    facts.but().buyerAge(Integer.parseInt(years)),
                    Marks.none().word("age", years));
        }
    }

    private Marks word(Enum<?> value) {
        return Marks.none().word("value", book.factWord(value));
    }

    private void tryOut(String fact, ActFacts.Builder other) {
        tryOut(fact, other, Marks.none());
    }

    private void tryOut(String fact, ActFacts.Builder other, Marks words) {
        tryOut(fact, other, words, Optional.empty());
    }

    private void tryOut(String fact, ActFacts.Builder other, Marks words, Optional<Fen> amount) {
        ActFacts changed = other.build();
        if (changed.equals(facts)) {
            return;
        }
        Tier then = ask.apply(changed).tier();
        if (then != now.tier()) {
            add(fact, amount, Optional.empty(), then, words);
        }
    }

    private void add(
            String fact, Optional<Fen> amount, Optional<String> forum, Tier then, Marks words) {
        Marks all = words.word("tier", book.meaning(then));
        if (amount.isPresent()) {
            all = all.word("amount", amount.get().yuan());
        }
        Wording text = all.fill(book.change(fact));
        Change change = new Change(fact, amount, forum, then, text);
        if (!found.contains(change)) {
            found.add(change);
        }
    }

    /** How much more or less money would move one place to another tier. */
    private final class Money {
        private final ForumResult forum;
        private final boolean attempt;
        private final Fen sum;

        Money(ForumResult forum) {
            this.forum = forum;
            this.attempt = forum.obtained().amount() == 0;
            this.sum = attempt ? forum.attempted() : forum.obtained();
        }

        void look() {
            Optional<Line> reached = Optional.empty();
            for (Line line : forum.lines()) {
                if (line.from().compareTo(sum) <= 0) {
                    reached = Optional.of(line);
                } else if (moves("more", line, line.from().amount() - sum.amount())) {
                    break;
                }
            }
            reached.ifPresent(line -> moves("less", line, line.from().amount() - sum.amount() - 1));
        }

        private boolean moves(String direction, Line line, long fen) {
            Optional<ForumResult> then =
                    shifted(fen).stream()
                            .map(acts -> here(ask.apply(facts.but().acts(acts).build())))
                            .filter(place -> amount(place).amount() == sum.amount() + fen)
                            .findFirst();
            if (then.isEmpty() || then.get().tier() == forum.tier()) {
                return false;
            }
            add(
                    direction + (attempt ? "_attempted" : "_obtained"),
                    Optional.of(new Fen(Math.abs(fen))),
                    Optional.of(forum.code()),
                    then.get().tier(),
                    Marks.none()
                            .word("place", forum.place())
                            .word("line", line.from().yuan())
                            .word("next", line.name()));
            return true;
        }

        private ForumResult here(Outlook again) {
            return again.forums().stream()
                    .filter(place -> place.code().equals(forum.code()))
                    .findFirst()
                    .orElseThrow();
        }

        private Fen amount(ForumResult place) {
            return attempt ? place.attempted() : place.obtained();
        }

        /** The same acts with one of them larger or smaller, the newest first. */
        private List<List<Act>> shifted(long fen) {
            List<List<Act>> result = new ArrayList<>();
            List<Act> newest = CaseMarks.newestLast(facts.acts()).reversed();
            for (Act act : newest.subList(0, Math.min(MOST_TRIED, newest.size()))) {
                long amount = act.amount().amount() + fen;
                if (amount >= 0) {
                    List<Act> acts = new ArrayList<>(facts.acts());
                    acts.set(acts.indexOf(act), act.with(new Fen(amount)));
                    result.add(acts);
                }
            }
            return result;
        }
    }
}
