package packwitness.ui.check;

import packwitness.ledger.TrustList;
import packwitness.shop.Handed;
import packwitness.shop.HandedOver;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/**
 * The real verifier.
 *
 * @param vault the one that is open, in which copies are looked up
 */
public record Checks(Optional<Path> vault) implements CheckService {
    private static final int MOST_COUNTED = 50_000;

    @Override
    public Handed check(List<Path> paths, Cancellation cancellation, DoubleConsumer unpacked)
            throws Failure {
        return verifier().check(paths, cancellation, unpacked);
    }

    @Override
    public Handed checkEach(List<Path> paths, Cancellation cancellation, DoubleConsumer share)
            throws Failure {
        return verifier().checkEach(paths, cancellation, share);
    }

    private HandedOver verifier() {
        return new HandedOver(TrustList.shipped(), vault.stream().toList());
    }

    @Override
    public long bytes(List<Path> paths) {
        long all = 0;
        for (Path path : paths) {
            try (Stream<Path> walk = Files.walk(path)) {
                all +=
                        walk.limit(MOST_COUNTED)
                                .filter(Files::isRegularFile)
                                .mapToLong(Checks::size)
                                .sum();
            } catch (IOException | UncheckedIOException unreadable) {
                // The checks say so.
                continue;
            }
        }
        return all;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
