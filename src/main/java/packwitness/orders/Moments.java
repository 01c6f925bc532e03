package packwitness.orders;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time as files write them. For one thread. */
final class Moments {
    private static final double FIRST_SERIAL = 20_000;
    private static final double LAST_SERIAL = 80_000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final ZoneId zone;
    private final int[] parts = new int[7];
    private LocalDate lastDay = LocalDate.EPOCH;
    private int lastKey = -1;

    /**
     * @param zone in which times without a zone of their own are written
     */
    Moments(ZoneId zone) {
        this.zone = zone;
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
        LocalDateTime local = day().atTime(parts[3], parts[4], parts[5]);
        if (parts[0] < 1990 || parts[0] > 2200) return null;
        return offset == null ? local.atZone(zone).toInstant() : local.toInstant(offset);
    }

    private LocalDate day() {
        int key = (parts[0] * 13 + parts[1]) * 32 + parts[2];
        if (key != lastKey) {
            lastDay = LocalDate.of(parts[0], parts[1], parts[2]);
            lastKey = key;
        }
        return lastDay;
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

    private static boolean between(char c) {
        return "-/. :T年月日时分，,".indexOf(c) >= 0;
    }

    private static boolean allDigits(String text) {
        for (int i = 0; i < text.length(); i++)
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        return true;
    }
}
