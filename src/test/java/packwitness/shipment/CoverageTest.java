package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shipment.search.NotFound;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

class CoverageTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Instant NOON = DAY.atTime(12, 0).atZone(ZONE).toInstant();

    @TempDir Path folder;
    private DeskGround ground;

    @BeforeEach
    void open() throws Exception {
        ground = new DeskGround(folder, DeskGround.unwatched());
        ground.vault
                .database()
                .write(tx -> {
                    tx.run(
                            "INSERT INTO order_import (id, file, sha256, platform, orders, at)"
                                    + " VALUES (1, 'a.csv', '', 'taobao', 3, ?)",
                            NOON);
                    for (String waybill : List.of("SF1", "SF2", "SF4")) {
                        long id = tx.nextId();
                        tx.run(
                                "INSERT INTO shop_order (id, platform, order_no, placed_at,"
                                        + " import_id) VALUES (?,'taobao',?,?,1)",
                                id,
                                "1000" + waybill,
                                waybill.equals("SF4") ? NOON.plus(Duration.ofDays(1)) : NOON);
                        tx.run(
                                "INSERT INTO order_waybill (order_id, waybill) VALUES (?,?)",
                                id,
                                waybill);
                    }
                    for (String waybill : List.of("SF1", "SF3"))
                        tx.run(
                                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                        + " VALUES (?,?,'2',?,?)",
                                tx.nextId(),
                                waybill,
                                NOON,
                                NOON);
                    return true;
                });
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void whatIsMissingOnEitherSideIsListedAndCounted() throws Exception {
        Coverage coverage = ground.index.coverage(DAY, DAY, ZONE);
        assertEquals(List.of(new Coverage.Day(DAY, 2, 1)), coverage.days());
        assertEquals(500, coverage.permille());
        assertEquals(
                List.of("SF2"),
                coverage.unrecorded().stream().map(u -> u.waybill().text()).toList());
        assertEquals(List.of(new Coverage.StationDay(DAY, "2", 2, 1)), coverage.stations());
        assertEquals(
                List.of("SF3"),
                coverage.unordered().stream().map(u -> u.waybill().text()).toList());
        assertEquals(1, ground.index.coverage(DAY.plusDays(1), DAY.plusDays(1), ZONE).shipped());
    }

    @Test
    void nothingFoundIsExplained() throws Exception {
        NotFound ordered = ground.index.why("1000SF2").getFirst();
        assertEquals(NotFound.Kind.NEVER_RECORDED, ordered.kind());
        assertEquals(NOON, ordered.at().orElseThrow());
        assertEquals(NotFound.Kind.UNKNOWN, ground.index.why("亲，SF77778888 在哪").getFirst().kind());
    }
}
