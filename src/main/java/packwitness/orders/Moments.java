package packwitness.orders;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as files write them. For one thread. */
final class Moments {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final String USUAL = "2026-01-31 23:59:59";
    private static final double FIRST_SERIAL = 20_000;
    private static final double LAST_SERIAL = 80_000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final ZoneId zone;
    private final int[] parts = new int[7];
    private final Days days;

    /**
     * @param zone in which times without a zone of their own are written
     */
    Moments(ZoneId zone) {
        this.zone = zone;
        this.days = new Days(zone);
    }

    /**
     * Returns the moment of a text: year, month, day, and maybe hour, minute, second, whatever
     * signs stand between them, and maybe an offset such as {@code +0800}.
     */
    Optional<Instant> of(String text) {
        try {
            return Optional.ofNullable(read(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private @Nullable Instant read(String text) {
        int length = text.length();
        if (length < 8 || length > 40) return null;
        if (length == USUAL.length() && isUsual(text)) return days.moment(parts);
        if (allDigits(text)) {
            if (length != 8 && length != 12 && length != 14) return null;
            String apart =
                    text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6, 8);
            for (int i = 8; i < length; i += 2)
                apart += (i == 8 ? " " : ":") + text.substring(i, i + 2);
            return read(apart);
        }
        int count = 0;
        int at = 0;
        @Nullable ZoneOffset offset = null;
        while (at < length && count < 6) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                if (count >= 4 && (c == '+' || c == '-' || c == 'Z')) break;
                if (!between(c)) return null;
                at++;
                continue;
            }
            int number = 0;
            int from = at;
            while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9')
                number = number * 10 + text.charAt(at++) - '0';
            if (at - from > (count == 0 ? 4 : 2) || count == 0 && at - from != 4) return null;
            parts[count++] = number;
        }
        if (count != 3 && count != 5 && count != 6) return null;
        if (at < length && text.charAt(at) == '.') {
            at++;
            while (at < length && Character.isDigit(text.charAt(at))) at++;
        }
        String rest = at < length ? text.substring(at).strip() : "";
        if (!rest.isEmpty()) {
            if (rest.equals("秒") || rest.equals("UTC") && count > 3) {
                if (rest.equals("UTC")) offset = ZoneOffset.UTC;
            } else offset = ZoneOffset.of(rest);
        }
        for (int i = count; i < 6; i++) parts[i] = 0;
        if (parts[0] < FIRST_YEAR || parts[0] > LAST_YEAR) return null;
        return offset == null ? days.moment(parts) : Days.local(parts).toInstant(offset);
    }

    /** Returns the moment of a number cell: days since the end of 1899, as spreadsheets count. */
    Optional<Instant> ofNumber(String raw) {
        try {
            double days = Double.parseDouble(raw);
            if (days < FIRST_SERIAL || days > LAST_SERIAL) return of(raw);
            long whole = (long) days;
            long seconds = Math.round((days - whole) * 86_400);
            return Optional.of(
                    SERIAL_ZERO
                            .plusDays(whole)
                            .atStartOfDay()
                            .plusSeconds(seconds)
                            .atZone(zone)
                            .toInstant());
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nearly every file writes {@link #USUAL}: its parts are read without looking for them. */
    private boolean isUsual(String text) {
        char between = text.charAt(4);
        if (between != '-' && between != '/' || text.charAt(7) != between) return false;
        if (text.charAt(10) != ' ' || text.charAt(13) != ':' || text.charAt(16) != ':')
            return false;
        int century = two(text, 0);
        int year = two(text, 2);
        parts[0] = century * 100 + year;
        for (int i = 1; i < 6; i++) {
            parts[i] = two(text, 3 * i + 2);
            if (parts[i] < 0) return false;
        }
        return century >= 0 && year >= 0 && parts[0] >= FIRST_YEAR && parts[0] <= LAST_YEAR;
    }

    private static int two(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? tens * 10 + ones : -1;
    }

    private static boolean between(char c) {
        return switch (c) {
            case '-', '/', '.', ' ', ':', 'T', ',', '年', '月', '日', '时', '分', '，' -> true;
            default -> false;
        };
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }
}
