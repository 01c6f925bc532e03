package packwitness.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of money in fen (1/100 yuan). */
public record Fen(long amount) implements Comparable<Fen> {
    public static final Fen ZERO = new Fen(0);

    /**
     * Reads yuan such as {@code 1,234.50}.
     *
     * @throws NumberFormatException where it is no amount or has parts of a fen
     */
    public static Fen ofYuan(String yuan) {
        BigDecimal value = new BigDecimal(yuan.strip().replace(",", ""));
        try {
            return new Fen(
                    value.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
        } catch (ArithmeticException e) {
            throw new NumberFormatException("no exact amount of fen: " + yuan);
        }
    }

    public Fen plus(Fen other) {
        return new Fen(Math.addExact(amount, other.amount));
    }

    /** Returns yuan with two decimals, such as {@code 195.00}. */
    public String yuan() {
        return BigDecimal.valueOf(amount, 2).toPlainString();
    }

    @Override
    public int compareTo(Fen other) {
        return Long.compare(amount, other.amount);
    }

    @Override
    public String toString() {
        return yuan();
    }
}
