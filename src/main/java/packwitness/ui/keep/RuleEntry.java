package packwitness.ui.keep;

import packwitness.value.Fen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** One rule of keeping as it is typed; 0 or nothing is no limit. */
enum RuleEntry {
    VIDEO("video_days", Unit.DAYS),
    FRAME("frame_days", Unit.DAYS),
    ROW("row_days", Unit.DAYS),
    PERSON("person_days", Unit.DAYS),
    MOST("most_video_bytes", Unit.GB),
    FREE("least_free_bytes", Unit.GB),
    AMOUNT("hold_above_fen", Unit.YUAN),
    QUARANTINE("quarantine_days", Unit.DAYS);

    /** What the number counts. */
    enum Unit {
        DAYS,
        GB,
        YUAN
    }

    private static final long GIB = 1L << 30;
    private static final long MOST_DAYS = 36_500;
    private static final int MOST_LETTERS = 12;

    final String rule;
    final Unit unit;

    RuleEntry(String rule, Unit unit) {
        this.rule = rule;
        this.unit = unit;
    }

    /** Returns the value as it is typed. */
    String show(long value) {
        return switch (unit) {
            case DAYS -> Long.toString(value);
            case YUAN -> value == 0 ? "0" : new Fen(value).yuan();
            case GB ->
                    BigDecimal.valueOf(value)
                            .divide(BigDecimal.valueOf(GIB), 2, RoundingMode.HALF_UP)
                            .stripTrailingZeros()
                            .toPlainString();
        };
    }

    /** Returns what was typed as the rule keeps it; empty where it is no number for this rule. */
    OptionalLong read(String typed) {
        String text = typed.strip().replace(",", "");
        if (text.isEmpty()) return this == QUARANTINE ? OptionalLong.empty() : OptionalLong.of(0);
        if (text.length() > MOST_LETTERS) return OptionalLong.empty();
        try {
            BigDecimal number = new BigDecimal(text);
            if (number.signum() < 0) return OptionalLong.empty();
            return switch (unit) {
                case DAYS -> days(number.longValueExact());
                case YUAN -> OptionalLong.of(number.movePointRight(2).longValueExact());
                case GB -> OptionalLong.of(number.multiply(BigDecimal.valueOf(GIB)).longValue());
            };
        } catch (NumberFormatException | ArithmeticException noSuchNumber) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong days(long days) {
        boolean fits = days <= MOST_DAYS && (days > 0 || this != QUARANTINE);
        return fits ? OptionalLong.of(days) : OptionalLong.empty();
    }
}
