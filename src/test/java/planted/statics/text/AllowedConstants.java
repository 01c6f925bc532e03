package planted.statics.text;

import java.security.SecureRandom;
import java.util.List;

final class AllowedConstants {
    static final List<String> WORDS = List.of("a", "b");
    private static final byte[] SIGNATURE = {1, 2};
    private static final SecureRandom RANDOM = new SecureRandom();

    int sum() {
        return SIGNATURE[0] + RANDOM.nextInt();
    }

    /** Its synthetic table of values is no state. */
    enum AllowedChoice {
        ONE,
        TWO;

        int number() {
            return switch (this) {
                case ONE -> 1;
                case TWO -> 2;
            };
        }
    }
}
