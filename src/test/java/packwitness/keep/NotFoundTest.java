package packwitness.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.bench.KeptShop;
import packwitness.bench.KeptShop.Parcel;
import packwitness.shipment.search.NotFound;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Nothing was found: each of the reasons why. */
class NotFoundTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T02:00:00Z");

    @TempDir Path folder;
    private KeptShop shop;

    @BeforeEach
    void open() throws Failure {
        shop = KeptShop.open(folder.resolve("vault"), BEGIN, 1);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatNobodyKnows() throws Exception {
        assertEquals(
                List.of(
                        new NotFound(
                                NotFound.Kind.UNKNOWN,
                                "SF77778888",
                                Optional.empty(),
                                Optional.empty())),
                shop.index.why("亲，ｓｆ77778888 在哪"));
    }

    @Test
    void whatWasOrderedAndNeverRecorded() throws Exception {
        Parcel parcel = shop.pack(1);
        shop.order(parcel, "260105-123456789012345", "小雨", 100);
        shop.vault
                .database()
                .write(tx -> tx.run("UPDATE order_waybill SET waybill = 'SF99990000'"));
        for (String asked :
                List.of("SF99990000", "260105-123456789012345", "260105123456789012345"))
            assertEquals(NotFound.Kind.NEVER_RECORDED, why(asked).kind(), asked);
        assertEquals(Optional.of("拼多多"), why("SF99990000").other());
    }

    @Test
    void whatWasRecordedUnderAnotherCode() throws Exception {
        Parcel parcel = shop.pack(1);
        shop.vault
                .database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO sighting (take_id, code, symbology, frame, at,"
                                        + " matches) VALUES (?, 'SF55556666', 'CODE_128', 3, ?, 0)",
                                parcel.take().value(),
                                BEGIN));
        NotFound why = why("SF55556666");
        assertEquals(NotFound.Kind.OTHER_CODE, why.kind());
        assertEquals(Optional.of(parcel.waybill()), why.other());
    }

    @Test
    void whatWentByTheRules() throws Exception {
        Parcel parcel = shop.pack(1);
        RetentionRules soon =
                shop.retention()
                        .rules()
                        .with("video_days", 30)
                        .with("frame_days", 60)
                        .with("row_days", 90);
        shop.retention().rules(soon, KeptShop.DOER);
        for (int i = 0; i < 8; i++) {
            shop.pass(Duration.ofDays(35));
            shop.retention().run(shop.retention().plan(), KeptShop.DOER, RetentionProgress.UNSEEN);
        }
        assertTrue(shop.index.show(parcel.shipment()).isEmpty());
        NotFound why = why(parcel.waybill());
        assertEquals(NotFound.Kind.EXPIRED, why.kind());
        assertTrue(why.at().isPresent());
    }

    @Test
    void theStationThatIsSilent() throws Exception {
        shop.pack(1);
        shop.pass(Duration.ofHours(13));
        List<NotFound> why = shop.index.why("SF55556666");
        assertEquals(NotFound.Kind.SILENT_STATION, why.getLast().kind());
        assertEquals("1", why.getLast().subject());
        assertEquals(Optional.of(BEGIN), why.getLast().at());
    }

    private NotFound why(String text) throws Failure {
        return shop.index.why(text).getFirst();
    }
}
