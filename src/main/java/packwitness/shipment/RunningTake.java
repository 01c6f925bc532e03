package packwitness.shipment;

import packwitness.value.TakeId;
import packwitness.value.WaybillNo;

import java.util.List;
import java.util.Optional;

/**
 * The take that is being recorded.
 *
 * @param waybill what stands in the picture; provisional while {@code bound} is false
 * @param codeFirst whether it began before its waybill was scanned
 * @param order the order code scanned for it
 */
record RunningTake(
        TakeLog.Begun begun,
        WaybillNo waybill,
        boolean bound,
        boolean codeFirst,
        Optional<String> order,
        long sinceNanos) {

    RunningTake boundTo(WaybillNo number, DeskLog.Bound bind) {
        TakeLog.Begun moved =
                new TakeLog.Begun(bind.shipment(), bind.number(), begun.goods(), begun.rolls());
        return new RunningTake(moved, number, true, codeFirst, order, sinceNanos);
    }

    RunningTake withOrder(String code) {
        return new RunningTake(begun, waybill, bound, codeFirst, Optional.of(code), sinceNanos);
    }

    /** Returns the take by which rows and listeners name all of its originals. */
    TakeId take() {
        return begun.rolls().getFirst().take();
    }

    Optional<TakeId> takeOf(View view) {
        return begun.rolls().stream()
                .filter(roll -> roll.view() == view)
                .map(TakeLog.Roll::take)
                .findFirst();
    }

    List<TakeId> takes() {
        return begun.rolls().stream().map(TakeLog.Roll::take).toList();
    }
}
