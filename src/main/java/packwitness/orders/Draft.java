package packwitness.orders;

import org.jspecify.annotations.Nullable;

import packwitness.value.Fen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One order as its rows of a file say it, being put together. For one thread. */
final class Draft {
    final String number;
    final long row;
    @Nullable String buyer;
    @Nullable String note;
    @Nullable Fen paid;
    @Nullable Instant placedAt;
    @Nullable Instant shippedAt;
    @Nullable String status;
    @Nullable String carrier;
    final List<Order.Item> items = new ArrayList<>(1);
    final Set<String> waybills = new LinkedHashSet<>(2);
    final List<Line.RefundLine> refunds = new ArrayList<>(0);

    Draft(String number, long row) {
        this.number = number;
        this.row = row;
    }

    /** Takes in another row; what an earlier row said stays. */
    void add(Line line) {
        boolean alone = line.orders().size() == 1;
        waybills.addAll(line.waybills());
        if (carrier == null) carrier = line.carrier();
        if (shippedAt == null) shippedAt = line.shippedAt();
        if (status == null) status = line.status();
        if (placedAt == null) placedAt = line.placedAt();
        if (buyer == null) buyer = line.buyer();
        // A row for several orders does not say which goods and how much money are whose.
        if (!alone) return;
        if (note == null) note = line.note();
        if (paid == null) paid = line.paid();
        Order.Item item = line.item();
        if (item != null) items.add(item);
        Line.RefundLine refund = line.refund();
        if (refund != null) refunds.add(refund);
    }
}
