package packwitness.law;

import packwitness.value.Fen;
import packwitness.value.Wording;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of one place in rising order.
 *
 * @param certain what an amount reaches for certain
 * @param possible what it may reach at most, where figures are missing
 */
record Scale(
        String code,
        Wording place,
        ThresholdFigures figures,
        boolean figuresUsed,
        boolean partUnknown,
        boolean overridden,
        String status,
        boolean conflicts,
        Wording document,
        NavigableMap<Fen, Tier> certain,
        NavigableMap<Fen, Tier> possible) {

    static NavigableMap<Fen, Tier> lines(Fen floor, Fen large, Fen huge, Fen extra) {
        NavigableMap<Fen, Tier> lines = new TreeMap<>();
        lines.put(Fen.ZERO, Tier.T2_ADMIN);
        // Equal figures collapse: what is put later is the higher tier.
        lines.put(floor, Tier.T2_GREY);
        lines.put(large, Tier.T3_CRIMINAL_LARGE);
        lines.put(huge, Tier.T3_CRIMINAL_HUGE);
        lines.put(extra, Tier.T3_CRIMINAL_EXTRA);
        return lines;
    }

    Tier reached(Fen amount) {
        return tier(certain, amount);
    }

    Tier possiblyReached(Fen amount) {
        return tier(possible, amount);
    }

    /** Returns the first line above this amount. */
    Optional<Map.Entry<Fen, Tier>> next(Fen amount) {
        return Optional.ofNullable(certain.higherEntry(amount));
    }

    /** Returns the line of this tier. */
    Optional<Fen> line(Tier tier) {
        return certain.entrySet().stream()
                .filter(entry -> entry.getValue() == tier)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns whether the amount is exactly a line from which crime begins. */
    boolean isLine(Fen amount) {
        Tier tier = certain.get(amount);
        return tier != null && tier.isCriminal();
    }

    private static Tier tier(NavigableMap<Fen, Tier> lines, Fen amount) {
        return lines.floorEntry(amount).getValue();
    }
}
