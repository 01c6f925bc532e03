package packwitness.shipment;

import java.util.Optional;

/** How long the disk lasts at the rate measured over the segments so far; safe for any thread. */
final class DiskForecast {
    private static final double FRAMES_PER_HOUR_AT_30 = 108_000;

    private long bytes;
    private long frames;

    synchronized void wrote(long newBytes, int newFrames) {
        bytes += newBytes;
        frames += newFrames;
    }

    /** Returns hours of recording without pause, empty before anything was measured. */
    synchronized Optional<Double> hours(long freeBytes) {
        if (frames < 60 || bytes == 0) return Optional.empty();
        return Optional.of(freeBytes / ((double) bytes / frames * FRAMES_PER_HOUR_AT_30));
    }
}
