package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the steps of the way to the result, in order and each once. */
final class Explanation {
    private static final Set<String> OF_SUMS =
            Set.of("sum", "left_out_dealt", "left_out_old", "people");

    private final RuleBook book;
    private final Set<Reason> reasons = new LinkedHashSet<>();

    Explanation(RuleBook book) {
        this.book = book;
    }

    void add(Reason.Step step, String rule, Wording text) {
        reasons.add(new Reason(step, rule, text));
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    void sums(Standing standing, Fen recent) {
        say(
                "sum",
                Marks.none()
                        .word("obtained", standing.obtained().yuan())
                        .word("attempted", standing.attempted().yuan())
                        .word("recent", recent.yuan()));
    }

    void leftOut(Act act, String sentence) {
        say(
                sentence,
                Marks.none()
                        .word("date", act.date().toString())
                        .word("amount", act.amount().yuan()));
    }

    /** Says what the amount is in this place and how much more would change it. */
    void place(Standing.Place place) {
        if (place.done().all().amount() > 0) {
            line("forum", place.scale(), place.done());
        }
        if (place.tried().all().amount() > 0) {
            attempt(place.scale(), place.tried());
        }
    }

    private void line(String sentence, Scale scale, Weight weight) {
        Marks words = words(scale, weight);
        Optional<Map.Entry<Fen, Tier>> next = scale.next(weight.all());
        if (next.isEmpty()) {
            say(sentence + "_top", words);
        } else {
            say(
                    sentence + "_below",
                    toLine(words, weight.all(), next.get().getKey(), next.get().getValue()));
        }
    }

    private void attempt(Scale scale, Weight weight) {
        Tier aim = Tier.valueOf(book.setting("attempt_aims_at"));
        Optional<Fen> line = scale.line(aim).filter(amount -> amount.compareTo(weight.all()) > 0);
        if (line.isEmpty()) {
            say("forum_attempt_top", words(scale, weight));
        } else {
            say("forum_attempt", toLine(words(scale, weight), weight.all(), line.get(), aim));
        }
    }

    private Marks words(Scale scale, Weight weight) {
        return Marks.none()
                .word("place", scale.place())
                .word("amount", weight.all().yuan())
                .word("tier", book.meaning(weight.tier()));
    }

    private Marks toLine(Marks words, Fen amount, Fen line, Tier reached) {
        return words.word("missing", new Fen(line.amount() - amount.amount()).yuan())
                .word("line", line.yuan())
                .word("next", book.lineName(reached));
    }

    void cumulation(Standing.Place place) {
        for (Weight weight : List.of(place.done(), place.tried())) {
            if (weight.all().compareTo(weight.window()) > 0) {
                say(
                        "window",
                        Marks.none()
                                .word("window", weight.window().yuan())
                                .word("all", weight.all().yuan()));
            }
            if (weight.cumulated()) {
                say(
                        "single",
                        Marks.none()
                                .word("single", weight.single().yuan())
                                .word(
                                        "tier",
                                        book.meaning(place.scale().reached(weight.single()))));
            }
        }
    }

    void choice(Scale scale) {
        say("choice", Marks.none().word("place", scale.place()));
    }

    void people(Fen total, Tier tier) {
        say("people", Marks.none().word("total", total.yuan()).word("tier", book.meaning(tier)));
    }

    private void say(String sentence, Marks words) {
        Reason.Step step = OF_SUMS.contains(sentence) ? Reason.Step.SUM : Reason.Step.PLACE;
        add(step, sentence, words.fill(book.sentence(sentence)));
    }
}
