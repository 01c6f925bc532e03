package packwitness.shipment;

import packwitness.orders.Refund;
import packwitness.orders.RefundTable;
import packwitness.storage.Transaction;
import packwitness.value.Failure;
import packwitness.value.OrderNo;
import packwitness.value.TakeId;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks whether the order on the table is being refunded. Asked only when the recording already
 * runs: whatever comes of it, nothing is refused.
 */
final class RefundSign {
    private static final String EVENT = "REFUND_OPEN";
    private static final int LONGEST_ORDER = 64;

    private final DeskParts parts;

    RefundSign(DeskParts parts) {
        this.parts = parts;
    }

    /** Returns the open refund, told to the listeners and noted for the take. */
    Optional<Refund> look(ScanOutcome outcome) {
        Optional<RunningTake> running = parts.running();
        if (!outcome.namesOrder() || running.isEmpty()) return Optional.empty();
        try {
            Optional<Refund> found = parts.vault().database().read(tx -> find(tx, running.get()));
            if (found.isPresent()) tell(found.get(), running.get());
            return found;
        } catch (Failure e) {
            PackingDesk.note(e);
            return Optional.empty();
        }
    }

    private static Optional<Refund> find(Transaction tx, RunningTake take) throws SQLException {
        Optional<Refund> found =
                take.bound() ? RefundTable.openOf(tx, take.waybill()) : Optional.empty();
        Optional<String> order = take.order().filter(code -> code.length() <= LONGEST_ORDER);
        return found.isPresent() || order.isEmpty()
                ? found
                : RefundTable.openOf(tx, new OrderNo(order.get()));
    }

    private void tell(Refund refund, RunningTake take) throws Failure {
        TakeId id = take.take();
        Map<String, Object> facts = new HashMap<>();
        facts.put("take", id.value());
        facts.put("platform", refund.platform());
        facts.put("kind", refund.kind().name());
        facts.put("state", refund.words());
        facts.put("told_at", refund.toldAt().toString());
        refund.amount().ifPresent(amount -> facts.put("amount", amount.yuan()));
        parts.voice().tell("refund", facts);
        parts.desk().event(parts.station(), Optional.of(id), EVENT, refund.kind().name());
    }
}
