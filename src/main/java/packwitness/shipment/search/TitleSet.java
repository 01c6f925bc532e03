package packwitness.shipment.search;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * The titles that hold a word: all of them, or, where they are many, the first of them and a way to
 * ask for any other.
 */
final class TitleSet {
    private final BitSet found;
    private final IntPredicate others;
    private final boolean many;

    private TitleSet(BitSet found, IntPredicate others, boolean many) {
        this.found = found;
        this.others = others;
        this.many = many;
    }

    static TitleSet all(BitSet found) {
        return new TitleSet(found, title -> false, false);
    }

    /**
     * @param others whether a title that was not looked at yet holds the word
     */
    static TitleSet many(BitSet first, IntPredicate others) {
        return new TitleSet(first, others, true);
    }

    boolean has(int title) {
        return found.get(title) || many && others.test(title);
    }

    boolean isEmpty() {
        return !many && found.isEmpty();
    }

    /** Returns whether only some of them are known. */
    boolean isMany() {
        return many;
    }

    /** Returns the ids that are known. */
    BitSet known() {
        return found;
    }
}
