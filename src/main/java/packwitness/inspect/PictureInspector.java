package packwitness.inspect;

import packwitness.inspect.c2pa.TrustList;

import java.time.Clock;

/**
 * Reads every machine label of a picture or video; immutable, usable from any thread. The bytes are
 * never changed, and hostile input becomes a finding.
 */
public final class PictureInspector {
    private final TrustList trust;
    private final Clock clock;

    /** The clock gives the date on which certificates are judged. */
    public PictureInspector(TrustList trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** Inspects the bytes exactly as received. */
    public Inspection inspect(byte[] received) {
        throw new IllegalStateException("not yet " + trust + clock);
    }
}
