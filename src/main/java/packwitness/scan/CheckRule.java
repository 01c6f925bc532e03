package packwitness.scan;

import java.util.Locale;
import java.util.Optional;

/**
 * How a check digit is computed from what stands before it. Each says which change of one digit it
 * cannot notice; every other change of one digit is noticed.
 */
enum CheckRule {
    /** Mod 11 of the Universal Postal Union; remainders 0 and 6 give the same digit. */
    S10 {
        @Override
        int digit(String body) {
            int remainder = weighed(body, WEIGHTS_S10) % 11;
            return remainder == 0 ? 5 : remainder == 1 ? 0 : 11 - remainder;
        }

        @Override
        boolean promises(String body, int place, char other) {
            int before = weighed(body, WEIGHTS_S10) % 11;
            int after = weighed(with(body, place, other), WEIGHTS_S10) % 11;
            return !(before % 6 == 0 && after % 6 == 0);
        }
    },
    /** Mod 10 with every second place doubled; a doubled value does not notice a change by five. */
    UPS {
        @Override
        int digit(String body) {
            int sum = 0;
            for (int i = 0; i < body.length(); i++)
                sum += value(body.charAt(i)) * (i % 2 == 0 ? 1 : 2);
            return (10 - sum % 10) % 10;
        }

        @Override
        boolean promises(String body, int place, char other) {
            int change = Math.abs(value(body.charAt(place)) - value(other));
            return change % (place % 2 == 0 ? 10 : 5) != 0;
        }
    },
    /** The number itself mod 7; a change by seven is not noticed. */
    MOD7 {
        @Override
        int digit(String body) {
            int rest = 0;
            for (int i = 0; i < body.length(); i++) rest = (rest * 10 + value(body.charAt(i))) % 7;
            return rest;
        }

        @Override
        boolean promises(String body, int place, char other) {
            return Math.abs(body.charAt(place) - other) != 7;
        }
    },
    /** Mod 10 with weights 3 and 1 from the right: GTIN, SSCC, USPS, FedEx Ground. */
    GTIN {
        @Override
        int digit(String body) {
            int sum = 0;
            for (int i = 0; i < body.length(); i++)
                sum += value(body.charAt(body.length() - 1 - i)) * (i % 2 == 0 ? 3 : 1);
            return (10 - sum % 10) % 10;
        }
    },
    /** The same over the number with 91 before it: older numbers of USPS. */
    GTIN_91 {
        @Override
        int digit(String body) {
            return GTIN.digit("91" + body);
        }
    },
    /** Mod 11 with weights 1, 3, 7 from the right; remainders 0 and 10 give the same digit. */
    FEDEX {
        @Override
        int digit(String body) {
            return remainder(body) % 10;
        }

        @Override
        boolean promises(String body, int place, char other) {
            int before = remainder(body);
            int after = remainder(with(body, place, other));
            return !(before % 10 == 0 && after % 10 == 0);
        }

        private int remainder(String body) {
            int sum = 0;
            for (int i = 0; i < body.length(); i++)
                sum += value(body.charAt(body.length() - 1 - i)) * weight(WEIGHTS_FEDEX, i);
            return sum % 11;
        }
    };

    private static final String WEIGHTS_S10 = "86423597";
    private static final String WEIGHTS_FEDEX = "137";

    /** Returns the digit that must follow these characters, which are digits or capitals. */
    abstract int digit(String body);

    /** Returns whether this other digit at this place would be noticed. */
    boolean promises(String body, int place, char other) {
        return true;
    }

    boolean holds(String body, char check) {
        return digit(body) == check - '0';
    }

    /** Returns the rule of a name such as {@code gtin-91}. */
    static Optional<CheckRule> named(String name) {
        for (CheckRule rule : values())
            if (rule.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name))
                return Optional.of(rule);
        return Optional.empty();
    }

    // UPS counts letters from A = 2 on; for a digit this is the digit.
    private static int value(char c) {
        return c <= '9' ? c - '0' : (c - 3) % 10;
    }

    private static int weighed(String body, String weights) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) sum += value(body.charAt(i)) * weight(weights, i);
        return sum;
    }

    private static int weight(String weights, int place) {
        return weights.charAt(place % weights.length()) - '0';
    }

    private static String with(String body, int place, char other) {
        return body.substring(0, place) + other + body.substring(place + 1);
    }
}
