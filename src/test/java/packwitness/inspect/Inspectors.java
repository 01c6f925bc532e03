package packwitness.inspect;

import packwitness.inspect.c2pa.TrustList;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Inspectors with a fixed day for the tests. */
final class Inspectors {
    static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");

    private Inspectors() {}

    static PictureInspector plain() {
        return with(TrustList.none());
    }

    static PictureInspector with(TrustList trust) {
        return new PictureInspector(trust, Clock.fixed(DAY, ZoneOffset.UTC));
    }
}
