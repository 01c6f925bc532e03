package packwitness.scan;

import packwitness.capture.LabelCode;
import packwitness.value.WaybillNo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the scanned number with what the camera reads during one take: seen, never seen, or
 * never seen while another waybill is. One thread at a time.
 */
public final class LabelCheck {
    /** What is known now. */
    public sealed interface State {
        /** Nothing that could be a waybill was read in the picture. */
        record NothingRead() implements State {}

        /** The scanned number was read in the picture. */
        record Seen() implements State {}

        /** The scanned number was not read, another waybill was: was it meant? */
        record DidYouMean(WaybillNo number) implements State {}

        /** Several other waybills were read; none is likelier. */
        record OthersRead() implements State {}
    }

    /** Read this often, another number is no passing parcel. */
    private static final int SURE = 3;

    private static final int MOST = 64;

    private final WaybillNo scanned;
    private final LabelRanking ranking;
    private final Map<WaybillNo, Integer> others = new HashMap<>();
    private boolean seen;

    public LabelCheck(WaybillNo scanned, ScanRules rules) {
        this.scanned = scanned;
        this.ranking = new LabelRanking(rules);
    }

    /** Takes the codes read in one picture of this size. */
    public void look(List<LabelCode> codes, int width, int height) {
        for (LabelRanking.Ranked one : ranking.rank(codes, width, height))
            if (one.waybill().filter(this::isTheScanned).isPresent()) seen = true;
        ranking.likely(codes, width, height)
                .filter(number -> !isTheScanned(number))
                .filter(number -> others.size() < MOST || others.containsKey(number))
                .ifPresent(number -> others.merge(number, 1, Integer::sum));
    }

    public State state() {
        if (seen) return new State.Seen();
        if (others.isEmpty()) return new State.NothingRead();
        return most().<State>map(State.DidYouMean::new).orElseGet(State.OthersRead::new);
    }

    /** Returns the one that was read often enough and at least twice as often as the next. */
    private Optional<WaybillNo> most() {
        List<Map.Entry<WaybillNo, Integer>> order =
                others.entrySet().stream()
                        .sorted(Map.Entry.<WaybillNo, Integer>comparingByValue().reversed())
                        .toList();
        int most = order.getFirst().getValue();
        int next = order.size() > 1 ? order.get(1).getValue() : 0;
        return most >= SURE && most >= 2 * next
                ? Optional.of(order.getFirst().getKey())
                : Optional.empty();
    }

    /** One package of several bears the number of all as well. */
    private boolean isTheScanned(WaybillNo number) {
        return number.equals(scanned)
                || scanned.text().startsWith(number.text() + "-")
                || number.text().startsWith(scanned.text() + "-");
    }
}
