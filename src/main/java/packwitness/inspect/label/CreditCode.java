package packwitness.inspect.label;

/** The unified social credit code of GB 32100: 17 characters and a check character. */
final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {
        1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
    };

    private CreditCode() {}

    /** Says whether the text has the alphabet, the length and the right check character. */
    static boolean isRight(String code) {
        if (code.length() != 18) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            int value = ALPHABET.indexOf(code.charAt(i));
            if (value < 0) return false;
            sum += value * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
