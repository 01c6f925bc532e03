package packwitness.claim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.ledger.DeviceKey;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Ledger;
import packwitness.storage.Vault;
import packwitness.value.ClaimId;
import packwitness.value.Failure;
import packwitness.value.Fen;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ClaimBookTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};
    private static final ShipmentId PARCEL = new ShipmentId(77);

    @TempDir Path folder;
    private Vault vault;
    private Ledger ledger;
    private ClaimBook claims;

    @BeforeEach
    void open() throws Failure {
        vault = Vault.open(folder.resolve("vault"), CLOCK, 1);
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("k.p12"), "secret".toCharArray(), CLOCK);
        ledger = Ledger.open(vault.database(), key, CLOCK);
        claims = new ClaimBook(vault, ledger);
        vault.database()
                .write(tx ->
                        tx.run(
                                "INSERT INTO shipment (id, waybill, station, first_scan, last_scan)"
                                        + " VALUES (77, 'SF1234567890123', '1', 0, 0)"));
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aClaimPutsItsParcelOnHold() throws Failure {
        RefundClaim claim = claims.open(claim(Optional.empty()));
        String why =
                vault.database()
                        .read(tx ->
                                tx.first(
                                        "SELECT hold_reason FROM shipment",
                                        row -> row.text("hold_reason")))
                        .orElseThrow();
        assertEquals("claim " + claim.id(), why);
        assertEquals(
                List.of(EntryKind.CLAIM, EntryKind.HOLD),
                ledger.entriesOf(claim.id()).stream().map(entry -> entry.kind()).toList());
    }

    @Test
    void aCorrectedDeadlineHoldsAndTheLedgerKeepsTheCorrection() throws Failure {
        RefundClaim claim = claims.open(claim(Optional.empty()));
        for (String at : List.of("2026-11-25T10:00:00Z", "2026-11-24T10:00:00Z")) {
            Instant due = Instant.parse(at);
            assertEquals(Optional.of(due), claims.due(claim.id(), due).deadline());
            var row = ledger.entriesOf(claim.id()).getLast();
            assertEquals("deadline", row.facts().get("step"));
            assertEquals(due.toEpochMilli() + "", row.facts().get("deadline"));
        }
    }

    @Test
    void aPictureIsKeptByteForByte() throws Exception {
        RefundClaim claim = claims.open(claim(Optional.empty()));
        ClaimFile file = claims.add(claim.id(), FileRole.BUYER, "图 1.PNG", PNG, "下载");
        assertArrayEquals(PNG, Files.readAllBytes(vault.files().at(file.file())));
        assertEquals(Sha256.of(PNG), file.sha256());
        assertTrue(file.file().endsWith(".png"));
    }

    @Test
    void aPdfGivenAsAPictureIsRefusedAndNothingIsKept() throws Exception {
        RefundClaim claim = claims.open(claim(Optional.empty()));
        Failure failure =
                assertThrows(
                        Failure.class,
                        () ->
                                claims.add(
                                        claim.id(),
                                        FileRole.BUYER,
                                        "x.jpg",
                                        "%PDF-1.7".getBytes(),
                                        "下载"));
        assertEquals(ClaimProblem.NOT_A_PICTURE, failure.problem());
        assertTrue(claims.show(claim.id()).files().isEmpty());
    }

    @Test
    void theNearestDeadlineComesFirstAndClosedClaimsLast() throws Failure {
        ClaimId none = claims.open(claim(Optional.empty())).id();
        ClaimId late = claims.open(claim(Optional.of(CLOCK.instant().plusSeconds(9000)))).id();
        ClaimId soon = claims.open(claim(Optional.of(CLOCK.instant().plusSeconds(60)))).id();
        ClaimId won = claims.open(claim(Optional.of(CLOCK.instant()))).id();
        claims.outcome(won, ClaimState.WON, "比对图");
        assertEquals(
                List.of(soon, late, none, won),
                claims.list().stream().map(RefundClaim::id).toList());
    }

    @Test
    void factsAreCheckedByName() throws Failure {
        RefundClaim claim = claims.open(claim(Optional.empty()));
        claims.set(claim.id(), Map.of("refund_by", "merchant"));
        assertEquals("merchant", ClaimFacts.REFUND_BY.of(claims.show(claim.id())));
        assertThrows(Failure.class, () -> claims.set(claim.id(), Map.of("guilty", "true")));
        assertThrows(Failure.class, () -> claims.set(claim.id(), Map.of("refund_by", "me")));
    }

    @Test
    void anUnknownClaimIsNamed() {
        Failure failure = assertThrows(Failure.class, () -> claims.show(new ClaimId(5)));
        assertEquals(ClaimProblem.UNKNOWN_CLAIM, failure.problem());
    }

    private static NewClaim claim(Optional<Instant> deadline) {
        return new NewClaim(
                PARCEL,
                "拼多多",
                "有裂纹",
                Fen.ofYuan("168.00"),
                true,
                LocalDate.of(2026, 11, 22),
                deadline,
                Optional.of("某买家"));
    }
}
