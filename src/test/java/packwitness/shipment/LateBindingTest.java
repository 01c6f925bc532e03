package packwitness.shipment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.shipment.search.Filters;
import packwitness.value.Failure;
import packwitness.value.ShipmentId;
import packwitness.value.WaybillNo;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A code of the order or of the goods comes first, the waybill last. */
class LateBindingTest {
    private static final String PRODUCT = "6901234567892";
    private static final String OTHER_PRODUCT = "6923450657713";
    private static final String ORDER = "240901-123456789012345";

    @TempDir Path folder;
    private DeskGround ground;

    @BeforeEach
    void open() throws Failure {
        ground = new DeskGround(folder, DeskGround.unwatched());
        ground.desk.arm(DeskGround.CAMERA, "1");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void aProductBeginsTheTakeAndTheWaybillBindsItByARow() throws Exception {
        ScanOutcome opened = ground.desk.scan(PRODUCT);
        assertEquals(ScanOutcome.Kind.OPENED, opened.kind());
        assertFalse(ground.desk.status().running().orElseThrow().bound());
        byte[] startRow =
                ground.ledger
                        .entriesOf(opened.shipment().orElseThrow())
                        .getFirst()
                        .leaf()
                        .hex()
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(ScanOutcome.Kind.NOTED, ground.desk.scan(OTHER_PRODUCT).kind());
        ScanOutcome bound = ground.desk.scan(DeskGround.A);
        assertEquals(ScanOutcome.Kind.BOUND, bound.kind());
        assertEquals(opened.take(), bound.take());
        ground.desk.disarm();
        Shipment parcel = ground.index.require(DeskGround.A);
        assertTrue(parcel.bound());
        assertEquals(1, parcel.takes().size());
        assertEquals(
                List.of(PRODUCT, OTHER_PRODUCT),
                parcel.codes().stream().map(ParcelCode::code).toList());
        List<Entry> rows = ground.ledger.entriesOf(parcel.id());
        assertEquals(EntryKind.START, rows.getFirst().kind());
        assertEquals(
                new String(startRow, java.nio.charset.StandardCharsets.US_ASCII),
                rows.getFirst().leaf().hex(),
                "the first row is not edited");
        assertEquals(2, rows.stream().filter(r -> r.kind() == EntryKind.BIND).count());
    }

    @Test
    void theNextCodeBeginsTheNextParcelOnlyAfterTheWaybill() throws Exception {
        ScanOutcome first = ground.desk.scan(PRODUCT);
        ground.desk.scan(DeskGround.A);
        ScanOutcome second = ground.desk.scan(OTHER_PRODUCT);
        assertEquals(ScanOutcome.Kind.OPENED, second.kind());
        assertFalse(first.take().equals(second.take()));
        ground.desk.scan(DeskGround.B);
        ground.desk.disarm();
        assertEquals(1, ground.index.require(DeskGround.A).takes().size());
        assertEquals(1, ground.index.require(DeskGround.B).takes().size());
    }

    @Test
    void goodsScannedAfterTheWaybillBelongToTheParcelOnTheTable() throws Exception {
        ground.desk.scan(DeskGround.A);
        assertEquals(ScanOutcome.Kind.NOTED, ground.desk.scan(PRODUCT).kind());
        assertEquals(PRODUCT, ground.index.require(DeskGround.A).codes().getFirst().code());
        assertEquals(1, ground.index.find("", 10).size());
    }

    @Test
    void oneOrderMayHaveSeveralParcels() throws Exception {
        ground.desk.scan(ORDER);
        ground.desk.scan(DeskGround.A);
        assertEquals(ScanOutcome.Kind.OPENED, again(ORDER).kind());
        ground.desk.scan(DeskGround.B);
        ground.desk.disarm();
        List<Shipment> parcels = ground.index.find("012345", 10);
        assertEquals(
                List.of(DeskGround.B, DeskGround.A),
                parcels.stream().map(s -> s.waybill().text()).toList());
    }

    @Test
    void aTakeWithoutWaybillIsFoundByItsCodeAndByItsTime() throws Exception {
        Instant before = DeskGround.CLOCK.instant().minusSeconds(5);
        ground.desk.scan(PRODUCT);
        ground.desk.disarm();
        assertTrue(ground.heard("warning", "warning", "UNBOUND"));
        assertFalse(ground.index.find(PRODUCT, 10).getFirst().bound());
        Instant now = DeskGround.CLOCK.instant().plusSeconds(5);
        assertEquals(1, ground.index.find(unbound(before, now)).size());
        assertEquals(0, ground.index.find(unbound(now, now.plusSeconds(9))).size());
        ShipmentId id = ground.index.find("7892", 10).getFirst().id();
        ground.index.bind(id, new WaybillNo(DeskGround.B));
        assertTrue(ground.index.require(DeskGround.B).bound());
        Failure again =
                assertThrows(
                        Failure.class, () -> ground.index.bind(id, new WaybillNo(DeskGround.A)));
        assertEquals(ShipmentProblem.ALREADY_BOUND, again.problem());
    }

    @Test
    void aWaybillThatHasATakeAlreadyGetsAnother() throws Exception {
        ShipmentId known = ground.desk.scan(DeskGround.A).shipment().orElseThrow();
        ground.desk.scan("PW-STOP");
        ScanOutcome opened = ground.desk.scan("PW-START");
        assertEquals(ScanOutcome.Kind.OPENED, opened.kind());
        ScanOutcome bound = ground.desk.scan(DeskGround.A);
        assertEquals(Optional.of(known), bound.shipment());
        assertEquals(2, bound.takeNumber());
        ground.desk.disarm();
        Shipment parcel = ground.index.require(DeskGround.A);
        assertEquals(List.of(1, 2), parcel.takes().stream().map(Take::number).toList());
        assertEquals(1, ground.index.find("", 10).size());
        assertTrue(
                ground.ledger.entriesOf(known).stream()
                        .anyMatch(row ->
                                row.kind() == EntryKind.STOP
                                        && row.facts()
                                                .get("take")
                                                .equals(bound.take().orElseThrow().toString())),
                "its rows are the parcel's rows");
    }

    @Test
    void anotherOrderBeginsAnotherParcelAndLeavesTheFirstUnbound() throws Exception {
        ground.desk.scan(ORDER);
        assertEquals(ScanOutcome.Kind.OPENED, ground.desk.scan("240901-999999999999999").kind());
        ground.desk.scan(DeskGround.A);
        ground.desk.disarm();
        assertEquals(
                List.of(false),
                ground
                        .index
                        .find(unbound(Instant.EPOCH, Instant.ofEpochMilli(Long.MAX_VALUE)))
                        .stream()
                        .map(Shipment::bound)
                        .toList());
    }

    /** Scans the same code again when that is no bounce any more. */
    private ScanOutcome again(String code) throws Exception {
        Thread.sleep(2100);
        return ground.desk.scan(code);
    }

    private static ShipmentQuery unbound(Instant from, Instant to) {
        return ShipmentQuery.of("", 10)
                .with(Filters.none().between(from, to).only(false, false, false, true));
    }
}
