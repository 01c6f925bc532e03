package packwitness.shop;

import packwitness.claim.ClaimBook;
import packwitness.claim.ClaimStatistics;
import packwitness.recording.RecorderAlarm;
import packwitness.storage.Database;
import packwitness.storage.Transaction;
import packwitness.value.Failure;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what a day brought; only reads. Safe for any thread. */
final class FiguresBook {
    private static final int HOURS = 24;
    private static final int CLAIM_DAYS = 30;

    /** Good news of the recorder are no alarms. */
    private static final Set<String> ALARMS =
            EnumSet.complementOf(
                            EnumSet.of(
                                    RecorderAlarm.Kind.CAMERA_BACK,
                                    RecorderAlarm.Kind.FRAMES_MOVING,
                                    RecorderAlarm.Kind.LENS_CLEAR,
                                    RecorderAlarm.Kind.RATE_USUAL,
                                    RecorderAlarm.Kind.BYTES_AGAIN,
                                    RecorderAlarm.Kind.LOAD_RESTORED,
                                    RecorderAlarm.Kind.SOURCE_ENDED))
                    .stream()
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final String ORDERED =
            "SELECT count(DISTINCT w.waybill) AS n FROM shop_order AS o"
                    + " JOIN order_waybill AS w ON w.order_id = o.id"
                    + " WHERE o.id >= ? AND o.id < ?";
    private static final String RECORDED =
            " AND EXISTS (SELECT 1 FROM shipment AS s JOIN take AS t ON t.shipment_id = s.id"
                    + " WHERE s.waybill = w.waybill AND t.state = 'SEALED')";

    private final Database database;
    private final ClaimBook claims;
    private final ZoneId zone;

    FiguresBook(Database database, ClaimBook claims, ZoneId zone) {
        this.database = database;
        this.claims = claims;
        this.zone = zone;
    }

    DayFigures of(LocalDate day) throws Failure {
        ClaimStatistics statistics =
                claims.outcomes().statistics(day.minusDays(CLAIM_DAYS - 1L), day);
        return database.read(tx -> {
            LocalDate first = day.minusDays(DayFigures.DAYS - 1L);
            int[] hours = new int[HOURS];
            int[] days = new int[DayFigures.DAYS];
            tx.each(
                    "SELECT first_scan FROM shipment WHERE id >= ? AND id < ?",
                    row -> {
                        var at = row.instant("first_scan").atZone(zone);
                        int index = (int) (at.toLocalDate().toEpochDay() - first.toEpochDay());
                        if (index < 0 || index >= days.length) return;
                        days[index]++;
                        if (at.toLocalDate().equals(day)) hours[at.getHour()]++;
                    },
                    id(first),
                    id(day.plusDays(1)));
            return new DayFigures(
                    day,
                    list(hours),
                    list(days),
                    takes(tx, day, "SEALED"),
                    takes(tx, day, "INTERRUPTED") + takes(tx, day, "DAMAGED"),
                    number(tx, ORDERED, first, day),
                    number(tx, ORDERED + RECORDED, first, day),
                    alarms(tx, day),
                    statistics);
        });
    }

    private int takes(Transaction tx, LocalDate day, String state) throws SQLException {
        return tx.first(
                        "SELECT count(*) AS n FROM take WHERE id >= ? AND id < ? AND state = ?",
                        row -> (int) row.number("n"),
                        id(day),
                        id(day.plusDays(1)),
                        state)
                .orElse(0);
    }

    private int number(Transaction tx, String sql, LocalDate from, LocalDate to)
            throws SQLException {
        return tx.first(sql, row -> (int) row.number("n"), id(from), id(to.plusDays(1))).orElse(0);
    }

    private Map<String, Integer> alarms(Transaction tx, LocalDate day) throws SQLException {
        Map<String, Integer> alarms = new TreeMap<>();
        tx.each(
                "SELECT kind, count(*) AS n FROM desk_event WHERE id >= ? AND id < ? GROUP BY kind",
                row -> {
                    if (ALARMS.contains(row.text("kind")))
                        alarms.put(row.text("kind"), (int) row.number("n"));
                },
                id(day),
                id(day.plusDays(1)));
        return alarms;
    }

    /** Ids carry the milliseconds at which they were made: a day is a range of them. */
    private long id(LocalDate day) {
        Instant begins = day.atStartOfDay(zone).toInstant();
        return begins.toEpochMilli() << 10;
    }

    private static List<Integer> list(int[] numbers) {
        List<Integer> list = new ArrayList<>();
        for (int number : numbers) list.add(number);
        return list;
    }
}
