package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.value.Fen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one row says; what it does not say is null. */
record Line(
        long row,
        List<String> orders,
        List<String> waybills,
        @Nullable String carrier,
        @Nullable String buyer,
        @Nullable String note,
        @Nullable Fen paid,
        @Nullable Instant placedAt,
        @Nullable Instant shippedAt,
        @Nullable String status,
        Order.@Nullable Item item,
        @Nullable RefundLine refund) {

    /** The part of a row that speaks of a refund. */
    record RefundLine(
            String number,
            String words,
            String kind,
            Optional<String> reason,
            Optional<Fen> amount,
            Optional<Instant> filedAt,
            Optional<Instant> until) {}
}
