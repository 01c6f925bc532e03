package packwitness.ui.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import packwitness.claim.ClaimState;
import packwitness.claim.RefundClaim;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Words;
import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.Lang;
import packwitness.value.ShipmentId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DeadlineTest {
    private final Words words = new Words(Lang.ZH);

    @Test
    void underSixHoursIsUrgent() {
        assertEquals(new Deadline(Mark.RUNNING, "紧急　还有 5 小时 59 分"), left(Duration.ofMinutes(359)));
        assertEquals(new Deadline(Mark.RUNNING, "紧急　只剩 7 分钟"), left(Duration.ofMinutes(7)));
    }

    @Test
    void underADayNeedsAttention() {
        assertEquals(Mark.ATTENTION, left(Duration.ofHours(6)).mark());
        assertEquals(Mark.READY, left(Duration.ofHours(24)).mark());
        assertEquals("还有 3 天", left(Duration.ofHours(75)).text());
    }

    @Test
    void tooLateIsSaid() {
        assertEquals(new Deadline(Mark.TROUBLE, "已过截止时间"), left(Duration.ofSeconds(-1)));
    }

    @Test
    void aDecidedClaimHasNoClock() {
        assertEquals(
                new Deadline(Mark.READY, "胜"),
                Deadline.of(claim(ClaimState.WON), Optional.of(Duration.ofHours(1)), words));
    }

    @Test
    void withoutADeadlineNothingIsUrgent() {
        assertEquals(Mark.OFF, Deadline.of(claim(ClaimState.OPEN), Optional.empty(), words).mark());
    }

    private Deadline left(Duration left) {
        return Deadline.of(claim(ClaimState.OPEN), Optional.of(left), words);
    }

    private static RefundClaim claim(ClaimState state) {
        return new RefundClaim(
                new ClaimId(1),
                new ShipmentId(1),
                "拼多多",
                "收到就是裂的",
                new Fen(100),
                false,
                LocalDate.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                state,
                Optional.empty(),
                Instant.EPOCH,
                List.of());
    }
}
