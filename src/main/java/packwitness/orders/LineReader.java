package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.value.Fen;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes lines of rows, and notes what could not be taken in. For one thread. */
final class LineReader {
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_REASON = 500;

    private final Columns columns;
    private final Troubles troubles;
    private final Moments moments;
    private final int[][] places = new int[Field.values().length][];
    private final long[] longNumbers = new long[Field.values().length];
    private final long[] roundNumbers = new long[Field.values().length];
    private final boolean refunds;

    LineReader(Columns columns, ZoneId zone, Troubles troubles) {
        this.columns = columns;
        this.troubles = troubles;
        this.moments = new Moments(zone);
        for (Field field : Field.values())
            places[field.ordinal()] =
                    columns.of(field).stream().mapToInt(Integer::intValue).toArray();
        this.refunds =
                columns.has(Field.REFUND_NO)
                        || columns.has(Field.REFUND_STATE)
                        || columns.kind() == FileKind.REFUNDS;
    }

    /** Returns what the row says, null where it says nothing that can be kept. */
    @Nullable Line read(Cells cells) {
        if (cells.isEmpty()) return null;
        List<String> orders = ids(cells, Field.ORDER);
        if (orders.isEmpty()) {
            // A number that was there and was refused is told already.
            if (isMissing(cells, Field.ORDER)
                    && (columns.kind() != FileKind.ORDERS || hasGoods(cells)))
                troubles.add(RowTrouble.Kind.NO_ORDER, cells.row(), heading(Field.ORDER), "");
            return null;
        }
        Line line =
                new Line(
                        cells.row(),
                        orders,
                        ids(cells, Field.WAYBILL),
                        text(cells, Field.CARRIER),
                        text(cells, Field.BUYER),
                        joined(cells),
                        money(cells, Field.PAID),
                        moment(cells, Field.PLACED),
                        moment(cells, Field.SHIPPED),
                        text(cells, Field.STATUS),
                        item(cells),
                        refunds ? refund(cells) : null);
        return line;
    }

    /** Returns a column of long numbers that all end in zeros: a spreadsheet has rounded them. */
    Optional<Field> rounded() {
        for (Field field : Field.values()) {
            long all = longNumbers(field);
            if (all >= 3 && all == roundNumbers[field.ordinal()]) return Optional.of(field);
        }
        return Optional.empty();
    }

    long longNumbers(Field field) {
        return longNumbers[field.ordinal()];
    }

    String heading(Field field) {
        List<Integer> at = columns.of(field);
        return at.isEmpty() ? "" : columns.heading(at.getFirst());
    }

    private boolean isMissing(Cells cells, Field field) {
        for (int column : places[field.ordinal()]) if (!isNothing(cells.text(column))) return false;
        return true;
    }

    private boolean hasGoods(Cells cells) {
        return text(cells, Field.TITLE) != null || !ids(cells, Field.WAYBILL).isEmpty();
    }

    private List<String> ids(Cells cells, Field field) {
        for (int column : places[field.ordinal()]) {
            String text = cells.text(column);
            if (isNothing(text)) continue;
            boolean number = cells.isNumber(column);
            Ids.Glance glance = number ? Ids.Glance.ODD : Ids.glance(text);
            if (glance != Ids.Glance.ODD) {
                if (glance == Ids.Glance.LONG_NUMBER) countLong(field, text);
                return List.of(text);
            }
            if (Ids.isSpoilt(text, number)) {
                trouble(RowTrouble.Kind.SPOILT, cells, column, text);
                return List.of();
            }
            List<String> found = Ids.split(number ? Ids.exact(text) : text);
            for (String id : found) {
                if (!Ids.isSound(id)) {
                    trouble(RowTrouble.Kind.BAD_NUMBER, cells, column, id);
                    return List.of();
                }
                count(field, id);
            }
            return found;
        }
        return List.of();
    }

    private void count(Field field, String id) {
        if (!Ids.isLongNumber(id)) return;
        countLong(field, id);
    }

    private void countLong(Field field, String number) {
        longNumbers[field.ordinal()]++;
        if (Ids.endsInLostDigits(number)) roundNumbers[field.ordinal()]++;
    }

    private @Nullable String text(Cells cells, Field field) {
        for (int column : places[field.ordinal()]) {
            String text = cells.text(column);
            if (!isNothing(text)) return clean(cells, column, text);
        }
        return null;
    }

    private @Nullable String joined(Cells cells) {
        String all = null;
        for (int column : places[Field.NOTE.ordinal()]) {
            String text = cells.text(column);
            if (isNothing(text)) continue;
            String clean = clean(cells, column, text);
            if (all == null) all = clean;
            else if (!all.contains(clean)) all = all + "；" + clean;
        }
        return all;
    }

    /** Marks what is odd about a text and cuts what is longer than any honest one. */
    private String clean(Cells cells, int column, String text) {
        char first = text.charAt(0);
        if (first == '=' || first == '@' || first == '+' && text.length() > 1 && !isDigit(text))
            trouble(RowTrouble.Kind.FORMULA, cells, column, text);
        String readable = text;
        if (Signs.isUnreadable(text)) {
            trouble(RowTrouble.Kind.UNREADABLE, cells, column, text);
            readable = Signs.readable(text);
        }
        if (readable.length() <= LONGEST_TEXT) return readable;
        trouble(RowTrouble.Kind.TOO_LONG, cells, column, text);
        return readable.substring(0, LONGEST_TEXT);
    }

    private static boolean isDigit(String text) {
        return Character.isDigit(text.charAt(1));
    }

    private @Nullable Fen money(Cells cells, Field field) {
        for (int column : places[field.ordinal()]) {
            String text = cells.text(column);
            if (isNothing(text)) continue;
            String currency = text(cells, Field.CURRENCY);
            if (currency != null && !isYuan(currency) || text.indexOf('$') >= 0) {
                trouble(RowTrouble.Kind.FOREIGN_MONEY, cells, column, text);
                return null;
            }
            Optional<Fen> money = cells.isNumber(column) ? Money.ofNumber(text) : Money.of(text);
            if (money.isPresent()) return money.get();
            trouble(RowTrouble.Kind.BAD_MONEY, cells, column, text);
            return null;
        }
        return null;
    }

    private static boolean isYuan(String currency) {
        return List.of("CNY", "RMB", "人民币", "元", "CN¥", "¥")
                .contains(currency.toUpperCase(Locale.ROOT));
    }

    private @Nullable Instant moment(Cells cells, Field field) {
        for (int column : places[field.ordinal()]) {
            String text = cells.text(column);
            if (isNothing(text)) continue;
            Optional<Instant> moment =
                    cells.isNumber(column) ? moments.ofNumber(text) : moments.of(text);
            if (moment.isPresent()) return moment.get();
            trouble(RowTrouble.Kind.BAD_TIME, cells, column, text);
            return null;
        }
        return null;
    }

    private Order.@Nullable Item item(Cells cells) {
        String title = text(cells, Field.TITLE);
        if (title == null) return null;
        return new Order.Item(
                title,
                Optional.ofNullable(text(cells, Field.VARIANT)),
                Optional.ofNullable(text(cells, Field.SKU)),
                quantity(cells));
    }

    private int quantity(Cells cells) {
        for (int column : places[Field.QUANTITY.ordinal()]) {
            String text = cells.text(column);
            if (isNothing(text)) continue;
            int quantity = 0;
            int at = 0;
            for (; at < text.length() && at < 7; at++) {
                int digit = text.charAt(at) - '0';
                if (digit < 0 || digit > 9) break;
                quantity = quantity * 10 + digit;
            }
            boolean whole = at == text.length() || text.substring(at).matches("\\.0+|件|个");
            if (at > 0 && whole) return quantity;
            trouble(RowTrouble.Kind.BAD_QUANTITY, cells, column, text);
            return 1;
        }
        return 1;
    }

    private Line.@Nullable RefundLine refund(Cells cells) {
        List<String> numbers = ids(cells, Field.REFUND_NO);
        String words = text(cells, Field.REFUND_STATE);
        if (numbers.isEmpty() && words == null) return null;
        String kind = text(cells, Field.REFUND_KIND);
        String reason = text(cells, Field.REFUND_REASON);
        if (reason != null && reason.length() > LONGEST_REASON)
            reason = reason.substring(0, LONGEST_REASON);
        return new Line.RefundLine(
                numbers.isEmpty() ? "" : numbers.getFirst(),
                words == null ? "" : words,
                kind == null ? "" : kind,
                Optional.ofNullable(reason),
                Optional.ofNullable(money(cells, Field.REFUND_AMOUNT)),
                Optional.ofNullable(moment(cells, Field.REFUND_AT)),
                Optional.ofNullable(moment(cells, Field.REFUND_UNTIL)));
    }

    private void trouble(RowTrouble.Kind kind, Cells cells, int column, String value) {
        troubles.add(kind, cells.row(), columns.heading(column), value);
    }

    /** Platforms write these where there is nothing. */
    private static boolean isNothing(String text) {
        return switch (text.length()) {
            case 0 -> true;
            case 1 -> text.charAt(0) == '-' || text.charAt(0) == '/';
            case 2 -> text.equals("--") || text.equals("\\N");
            case 4 -> text.equals("null") || text.equals("NULL") || text.equals("None");
            default -> false;
        };
    }
}
