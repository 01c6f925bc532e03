package packwitness.orders;

/**
 * Something in a row that was not taken in, or not as it stands there.
 *
 * @param row as a person counts it, from 1
 * @param column the heading, empty where the trouble is about the whole row
 * @param shape how the value looks: 9 for digits, A for letters
 */
public record RowTrouble(Kind kind, long row, String column, String shape) {
    /** What is the matter. */
    public enum Kind {
        /** The number was turned into a power of ten; the file is refused. */
        SPOILT,
        /** The row has no order number and was left out. */
        NO_ORDER,
        /** The number is none that a platform gives; the row was left out. */
        BAD_NUMBER,
        /** The amount cannot be read, or has parts of a fen; it was left out. */
        BAD_MONEY,
        /** The amount is in another currency; it was left out. */
        FOREIGN_MONEY,
        /** The time cannot be read; it was left out. */
        BAD_TIME,
        /** The quantity cannot be read; one was taken. */
        BAD_QUANTITY,
        /** The cell begins like a formula; it was kept as plain text. */
        FORMULA,
        /** Characters of the cell cannot be read. */
        UNREADABLE,
        /** The text was cut. */
        TOO_LONG,
        /** Several platforms have an order of this number; nothing was linked. */
        SEVERAL_ORDERS;

        /** Returns the key of the sentence, with places for row, column and shape. */
        public String key() {
            return "orders.row." + name();
        }
    }
}
