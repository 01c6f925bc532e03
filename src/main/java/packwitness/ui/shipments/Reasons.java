package packwitness.ui.shipments;

import packwitness.shipment.search.NotFound;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.util.List;
import java.util.stream.Collectors;

/** Says in words why nothing was found. */
final class Reasons {
    private Reasons() {}

    static String say(List<NotFound> reasons, Words words, Times times) {
        return reasons.stream()
                .map(reason ->
                        words.say(
                                "ui.search.why." + reason.kind(),
                                reason.subject(),
                                reason.at().map(times::minute).orElse("—"),
                                reason.other().orElse("")))
                .collect(Collectors.joining("\n"));
    }
}
