package packwitness.scan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that gives up instead of running on for minutes: what a scanner sends and what a shop
 * writes into its rules are both beyond our control. Immutable.
 */
record LinePattern(Pattern pattern) {
    private static final int STEPS = 50_000;

    /** Matches the whole line; nothing where it does not fit or is given up. */
    Optional<Matcher> matches(String line) {
        try {
            Matcher matcher = pattern.matcher(new Counted(line, new int[] {STEPS}));
            return matcher.matches() ? Optional.of(matcher) : Optional.empty();
        } catch (GivenUp | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Returns whether the pattern answers in time on lines that make careless ones run on. */
    boolean isQuick() {
        for (String part : new String[] {"1", "A", "A1", "1-", "A-"})
            for (String end : new String[] {"", "!", "#A"}) {
                try {
                    pattern.matcher(new Counted(part.repeat(24) + end, new int[] {STEPS}))
                            .matches();
                } catch (GivenUp | StackOverflowError e) {
                    return false;
                }
            }
        return true;
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1;

        GivenUp() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts how often it is looked at. */
    private record Counted(String line, int[] left) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--left[0] < 0) throw new GivenUp();
            return line.charAt(index);
        }

        @Override
        public int length() {
            return line.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return line.substring(start, end);
        }

        @Override
        public String toString() {
            return line;
        }
    }
}
