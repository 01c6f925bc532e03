package packwitness.shipment;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long the disk lasts at the rate measured so far: bytes a frame as written, times the frames a
 * second that each camera delivers, all cameras together. Safe for any thread.
 */
final class DiskForecast {
    private static final int LEAST_FRAMES = 60;
    private static final long WINDOW_FRAMES = 100_000;
    private static final double SECONDS_PER_HOUR = 3600;

    private final Map<View, double[]> written = new EnumMap<>(View.class);

    synchronized void clear() {
        written.clear();
    }

    synchronized void wrote(View view, long bytes, int frames) {
        double[] sums = written.computeIfAbsent(view, v -> new double[2]);
        sums[0] += bytes;
        sums[1] += frames;
        // What was recorded an hour ago says less than what is recorded now.
        if (sums[1] > WINDOW_FRAMES) {
            sums[0] /= 2;
            sums[1] /= 2;
        }
    }

    /**
     * Returns hours of recording without pause, empty before anything was measured.
     *
     * @param rates frames a second of each camera that records
     */
    synchronized Optional<Double> hours(long freeBytes, Map<View, Double> rates) {
        double bytesPerSecond = 0;
        for (Map.Entry<View, Double> rate : rates.entrySet()) {
            double[] sums = written.get(rate.getKey());
            if (sums == null || sums[1] < LEAST_FRAMES) return Optional.empty();
            bytesPerSecond += sums[0] / sums[1] * rate.getValue();
        }
        if (bytesPerSecond <= 0) return Optional.empty();
        return Optional.of(Math.max(0, freeBytes) / bytesPerSecond / SECONDS_PER_HOUR);
    }
}
