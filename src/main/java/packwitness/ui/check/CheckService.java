package packwitness.ui.check;

import packwitness.shop.Handed;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** What the verifying screen asks; safe for any thread; takes time. */
public interface CheckService {
    /** Checks all together, and them against each other. */
    Handed check(List<Path> paths, Cancellation cancellation, DoubleConsumer unpacked)
            throws Failure;

    /** Checks recordings of one vault without all the others. */
    Handed checkEach(List<Path> paths, Cancellation cancellation, DoubleConsumer share)
            throws Failure;

    /** Returns about how many bytes will be read, to say how long it may take. */
    long bytes(List<Path> paths);

    /** Returns the vault that is open. */
    Optional<Path> vault();
}
