package packwitness.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.ShipmentId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

final class DueClaimTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    @Test
    void whatIsLostFirstStandsFirst() {
        DueClaim hours = claim(1, "20.00", Duration.ofHours(5));
        DueClaim minutes = claim(2, "10.00", Duration.ofMinutes(30));
        DueClaim dear = claim(3, "900.00", Duration.ofHours(40));
        DueClaim cheap = claim(4, "9.00", Duration.ofHours(20));
        DueClaim over = claim(5, "5000.00", Duration.ofHours(-1));
        List<DueClaim> board = new ArrayList<>(List.of(over, cheap, dear, hours, minutes));
        Collections.shuffle(board, new Random(7));
        board.sort(DueClaim.byLoss(NOW));
        assertEquals(List.of(minutes, hours, dear, cheap, over), board);
    }

    @Test
    void redBeginsBelowSixHours() {
        assertFalse(claim(1, "1.00", Duration.ofHours(6)).red(NOW));
        assertTrue(claim(1, "1.00", Duration.ofHours(6).minusSeconds(1)).red(NOW));
        assertFalse(claim(1, "1.00", Duration.ofSeconds(-1)).red(NOW));
    }

    @Test
    void aDayOfTheLawMakesAClaimRedToo() {
        DueClaim claim =
                new DueClaim(
                        claim(1, "1.00", Duration.ofDays(-1)).claim(),
                        List.of(due(Due.Kind.LAW, Duration.ofHours(1))));
        assertTrue(claim.red(NOW));
        assertEquals(Due.Kind.LAW, claim.next(NOW).orElseThrow().kind());
    }

    private static Due due(Due.Kind kind, Duration left) {
        return new Due(kind, "a", Optional.empty(), NOW.plus(left), true);
    }

    private static DueClaim claim(long id, String yuan, Duration left) {
        RefundClaim claim =
                new RefundClaim(
                        new ClaimId(id),
                        new ShipmentId(1),
                        "拼多多",
                        "裂纹",
                        Fen.ofYuan(yuan),
                        true,
                        LocalDate.of(2026, 11, 22),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        ClaimState.OPEN,
                        Optional.empty(),
                        NOW,
                        List.of());
        return new DueClaim(claim, List.of(due(Due.Kind.PLATFORM, left)));
    }
}
