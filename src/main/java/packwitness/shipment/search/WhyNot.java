package packwitness.shipment.search;

import packwitness.storage.Transaction;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the reason why nothing was found. */
public final class WhyNot {
    /** A station that recorded within this time is no reason. */
    private static final Duration QUIET = Duration.ofHours(12);

    /** One that was left so long ago is none any more. */
    private static final Duration LEFT = Duration.ofDays(60);

    private static final int MOST_NUMBERS = 5;
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9#]+(?:-[A-Z0-9]+)*");

    private WhyNot() {}

    /** Returns what is known of each number in the text, then the stations that are silent. */
    public static List<NotFound> explain(Transaction tx, String text) throws SQLException {
        List<NotFound> reasons = new ArrayList<>();
        for (String number : numbers(text)) reasons.add(of(tx, number));
        reasons.addAll(silent(tx));
        return reasons;
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new LinkedHashSet<>();
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        Matcher found = NUMBER.matcher(plain);
        while (found.find() && numbers.size() < MOST_NUMBERS)
            if (Folded.isCode(Folded.of(found.group()))
                    && found.group().chars().anyMatch(c -> c >= '0' && c <= '9'))
                numbers.add(found.group());
        return numbers;
    }

    private static NotFound of(Transaction tx, String number) throws SQLException {
        Optional<NotFound> reason = seenElsewhere(tx, number);
        if (reason.isEmpty()) reason = gone(tx, number);
        if (reason.isEmpty()) reason = imported(tx, number);
        return reason.orElse(
                new NotFound(NotFound.Kind.UNKNOWN, number, Optional.empty(), Optional.empty()));
    }

    private static Optional<NotFound> seenElsewhere(Transaction tx, String number)
            throws SQLException {
        return tx.first(
                "SELECT s.waybill, g.at FROM sighting g JOIN take t ON t.id = g.take_id JOIN"
                        + " shipment s ON s.id = t.shipment_id WHERE g.code = ? AND g.matches = 0"
                        + " ORDER BY g.id DESC LIMIT 1",
                row ->
                        new NotFound(
                                NotFound.Kind.OTHER_CODE,
                                number,
                                Optional.of(row.instant("at")),
                                Optional.of(row.text("waybill"))),
                number);
    }

    private static Optional<NotFound> gone(Transaction tx, String number) throws SQLException {
        return Gone.when(tx, number)
                .map(at ->
                        new NotFound(
                                NotFound.Kind.EXPIRED, number, Optional.of(at), Optional.empty()));
    }

    private static Optional<NotFound> imported(Transaction tx, String number) throws SQLException {
        String columns =
                "SELECT o.platform, coalesce(o.placed_at, i.at) AS at FROM shop_order o JOIN"
                        + " order_import i ON i.id = o.import_id ";
        Optional<NotFound> byWaybill =
                tx.first(
                        columns
                                + "JOIN order_waybill w ON w.order_id = o.id WHERE w.waybill = ?"
                                + " LIMIT 1",
                        row -> ordered(number, row.text("platform"), row.instant("at")),
                        number);
        if (byWaybill.isPresent()) return byWaybill;
        String folded = Folded.of(number);
        int length = folded.length() >= 6 ? 6 : 4;
        return tx.first(
                columns
                        + "WHERE replace(replace(upper(substr(o.order_no, -"
                        + length
                        + ")), 'O', '0'), 'I', '1') = ? AND substr(replace(replace(replace(upper("
                        + "o.order_no), 'O', '0'), 'I', '1'), '-', ''), -?) = ? LIMIT 1",
                row -> ordered(number, row.text("platform"), row.instant("at")),
                folded.substring(folded.length() - length),
                folded.length(),
                folded);
    }

    private static NotFound ordered(String number, String platform, Instant at) {
        return new NotFound(
                NotFound.Kind.NEVER_RECORDED, number, Optional.of(at), Optional.of(platform));
    }

    private static List<NotFound> silent(Transaction tx) throws SQLException {
        List<NotFound> silent = new ArrayList<>();
        tx.each(
                "WITH RECURSIVE one(station) AS (SELECT min(station) FROM shipment UNION ALL SELECT"
                    + " (SELECT min(s.station) FROM shipment s WHERE s.station > one.station) FROM"
                    + " one WHERE one.station IS NOT NULL) SELECT station, (SELECT last_scan FROM"
                    + " shipment s WHERE s.station = one.station ORDER BY id DESC LIMIT 1) AS at"
                    + " FROM one WHERE station IS NOT NULL",
                row -> {
                    Instant at = row.instant("at");
                    Duration since = Duration.between(at, tx.now());
                    if (since.compareTo(QUIET) > 0 && since.compareTo(LEFT) < 0)
                        silent.add(
                                new NotFound(
                                        NotFound.Kind.SILENT_STATION,
                                        row.text("station"),
                                        Optional.of(at),
                                        Optional.empty()));
                });
        return silent;
    }
}
