package packwitness.ledger;

import packwitness.value.Sha256;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pictures that were found in their video before, by the hashes of both: what has the same bytes
 * needs no second decoding. Safe for several threads; forgotten with its verifier.
 */
final class KnownCuts {
    private final Map<Key, Long> same = new ConcurrentHashMap<>();

    record Key(Sha256 video, Sha256 picture, long index, String pixels) {}

    /** Returns the time of the frame in milliseconds, if that picture was found there. */
    Optional<Long> find(Key key) {
        return Optional.ofNullable(same.get(key));
    }

    void add(Key key, long millis) {
        same.put(key, millis);
    }
}
