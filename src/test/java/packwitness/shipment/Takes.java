package packwitness.shipment;

import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes as a desk would have left them. */
public final class Takes {
    private Takes() {}

    /** Returns a sealed take of station 1, of which nothing was lost. */
    public static Take sealed(
            Instant begin,
            Duration length,
            long frames,
            int preRoll,
            Sha256 hash,
            List<Take.Sighting> sightings) {
        return new Take(
                new TakeId(1),
                1,
                View.OVERVIEW,
                TakeState.SEALED,
                "1",
                "demo:",
                "videos/a.mp4",
                begin,
                1,
                Optional.of(
                        new Take.Stop(
                                2,
                                100,
                                hash,
                                hash,
                                Optional.empty(),
                                1,
                                frames,
                                0,
                                frames,
                                preRoll,
                                0,
                                frames - 1,
                                begin,
                                begin.plus(length),
                                "closed",
                                List.of())),
                sightings,
                List.of(),
                List.of());
    }
}
