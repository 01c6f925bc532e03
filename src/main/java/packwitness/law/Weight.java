package packwitness.law;

import packwitness.value.Fen;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What some acts of one kind reach in one place by their amounts alone.
 *
 * @param cumulated whether it takes adding up to reach it
 */
record Weight(
        Tier tier, Set<Tier> alternatives, Fen all, Fen window, Fen single, boolean cumulated) {
    /** Stands for acts that are not there. */
    static final Weight NOTHING =
            new Weight(Tier.T2_ADMIN, Set.of(), Fen.ZERO, Fen.ZERO, Fen.ZERO, false);

    static Weight completed(List<Act> acts, Scale scale, Span window) {
        return of(acts, window, scale::reached, scale::possiblyReached);
    }

    static Weight attempted(List<Act> acts, Scale scale, Span window, Tier aim) {
        Function<Fen, Tier> certain =
                amount -> {
                    if (scale.reached(amount).compareTo(aim) >= 0) {
                        return Tier.T3_CRIMINAL_ATTEMPT;
                    }
                    return scale.possiblyReached(amount).compareTo(aim) >= 0
                            ? Tier.T2_GREY
                            : Tier.T2_ADMIN;
                };
        Function<Fen, Tier> possible =
                amount ->
                        scale.possiblyReached(amount).compareTo(aim) >= 0
                                ? Tier.T3_CRIMINAL_ATTEMPT
                                : Tier.T2_ADMIN;
        return of(acts, window, certain, possible);
    }

    private static Weight of(
            List<Act> acts, Span span, Function<Fen, Tier> certain, Function<Fen, Tier> possible) {
        if (acts.isEmpty()) {
            return NOTHING;
        }
        Fen all = Sums.all(acts);
        Fen window = Sums.window(acts, span);
        Fen single = Sums.single(acts);
        Tier byAll = certain.apply(all);
        Tier byWindow = certain.apply(window);
        Tier bySingle = certain.apply(single);
        Tier tier = decide(byAll, byWindow);
        Set<Tier> alternatives = EnumSet.of(byAll, byWindow, bySingle);
        Tier most = possible.apply(all);
        if (most.isCriminal() && most.compareTo(tier) > 0) {
            alternatives.add(most);
        }
        alternatives.remove(tier);
        return new Weight(
                tier, alternatives, all, window, single, bySingle != tier || byAll != byWindow);
    }

    /** Beyond the window, adding up is doubted: it makes a crime possible, not the default. */
    private static Tier decide(Tier byAll, Tier byWindow) {
        if (byAll.isCriminal() && !byWindow.isCriminal()) {
            return Tier.T2_GREY;
        }
        return byAll.isCriminal() ? byWindow : byAll;
    }
}
