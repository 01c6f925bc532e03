package packwitness.value;

/** A platform's order number, always text: 18 digits do not survive as a number. */
public record OrderNo(String text) {
    public OrderNo {
        text = text.strip();
        if (text.isEmpty() || text.length() > 64)
            throw new IllegalArgumentException("no order number");
    }

    @Override
    public String toString() {
        return text;
    }
}
