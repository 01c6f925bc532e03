package packwitness.recording;

import packwitness.value.TakeId;

import java.time.Duration;
import java.util.Optional;

/**
 * How a recorder fares: the running take, the counts since arming, the newest frame's running
 * number and arrival by {@link System#nanoTime()}, the seconds held for the next pre-roll.
 */
public record RecorderStatus(
        Optional<TakeId> running,
        FrameCounts counts,
        long newestFrame,
        long newestArrivalNanos,
        Duration preRoll,
        double framesPerSecond,
        long bytesWritten,
        String encoder,
        boolean cameraThere,
        boolean ended) {}
