package packwitness.orders;

import packwitness.value.ClaimId;
import packwitness.value.Fen;
import packwitness.value.OrderNo;

import java.time.Instant;
import java.util.Optional;

/**
 * A refund as a platform's file told it.
 *
 * @param number the refund's own number, empty where only the order's state was told
 * @param words the state in the platform's words
 * @param reason the buyer's reason
 * @param until when the platform stops listening
 * @param toldAt when the file was taken in that told it last
 */
public record Refund(
        long id,
        String platform,
        OrderNo order,
        String number,
        RefundKind kind,
        RefundState state,
        String words,
        Optional<String> reason,
        Optional<Fen> amount,
        Optional<Instant> filedAt,
        Optional<Instant> until,
        Instant toldAt,
        Optional<ClaimId> claim) {}
