package packwitness.recording;

import packwitness.value.Failure;

import java.util.List;
import java.util.Optional;

/** What passes from the video stage to the splitter. */
sealed interface Passage permits Coded, Passage.Orders, Passage.Done {
    /** Orders that no frame came for. */
    record Orders(List<Order> orders) implements Passage {}

    /** The end, with the trouble that brought it. */
    record Done(Optional<Failure> trouble) implements Passage {}
}
