package packwitness.recording;

import packwitness.value.TakeId;

import java.time.Duration;
import java.util.Optional;

/**
 * How a recorder fares: the running take; frames received and dropped since arming; running number
 * and arrival by {@link System#nanoTime()} of the newest frame in the ring, -1 and 0 before the
 * first; the pre-roll a take begun now would get; the encoder; bytes written since arming; whether
 * the camera answers; whether a recorded source has come to its end.
 */
public record RecorderStatus(
        Optional<TakeId> running,
        long received,
        long dropped,
        long newestFrame,
        long newestArrivalNanos,
        Duration preRoll,
        String encoder,
        long bytesWritten,
        boolean cameraThere,
        boolean ended) {}
