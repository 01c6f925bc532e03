package packwitness.ledger;

import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

import packwitness.value.Failure;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A time stamp as a paper names it.
 *
 * @param serial of the token, decimal; empty where the kept response cannot be read
 */
public record Attested(
        Instant at, String authority, AuthorityKind kind, String serial, Checkpoint checkpoint) {

    /** Returns the stamps that bound these rows from both sides, each once, oldest first. */
    public static List<Attested> around(Ledger ledger, List<Long> rows) throws Failure {
        return ledger.database()
                .read(tx -> {
                    Map<Long, Attested> found = new TreeMap<>();
                    for (long seq : rows) {
                        for (Optional<Stamp> stamp :
                                List.of(StampTable.before(tx, seq), StampTable.covering(tx, seq))) {
                            if (stamp.isEmpty()) continue;
                            CheckpointTable.ofSize(tx, stamp.get().size())
                                    .ifPresent(
                                            c -> found.put(stamp.get().seq(), of(stamp.get(), c)));
                        }
                    }
                    return found.values().stream()
                            .sorted(Comparator.comparing(Attested::at))
                            .toList();
                });
    }

    private static Attested of(Stamp stamp, Checkpoint checkpoint) {
        return new Attested(
                stamp.genTime(), stamp.authority(), stamp.kind(), serial(stamp), checkpoint);
    }

    private static String serial(Stamp stamp) {
        try {
            var token = new TimeStampResponse(stamp.response()).getTimeStampToken();
            return token == null ? "" : token.getTimeStampInfo().getSerialNumber().toString();
        } catch (TSPException | IOException unreadable) {
            // The verifier names the damage; here only the number is left out.
            return "";
        }
    }
}
