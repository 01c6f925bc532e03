package packwitness.shipment;

import packwitness.value.Sha256;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One recording of a parcel, as the index knows it.
 *
 * <p>The views of one take share their number.
 *
 * @param number 1 for the first take of the shipment, 2 for the second
 * @param file relative to the vault
 * @param stop what is known since the file was closed; empty while it runs
 */
public record Take(
        TakeId id,
        int number,
        View view,
        TakeState state,
        String station,
        String camera,
        String file,
        Instant scannedAt,
        long startSeq,
        Optional<Stop> stop,
        List<Sighting> sightings,
        List<Still> stills,
        List<TakeEvent> events) {

    public Take {
        sightings = List.copyOf(sightings);
        stills = List.copyOf(stills);
        events = List.copyOf(events);
    }

    /** Returns whether the number of the label was read in this picture. */
    public boolean labelSeen() {
        return sightings.stream().anyMatch(Sighting::isTheWaybill);
    }

    /**
     * A closed file.
     *
     * @param received frames that came from the camera for this take; received = dropped + recorded
     * @param gaps what is missing, each as {@code first-last CAUSE milliseconds}
     * @param preRoll frames that stand in the file from before the scan
     */
    public record Stop(
            long seq,
            long bytes,
            Sha256 sha256,
            Sha256 chain,
            Optional<Sha256> stream,
            int segments,
            long received,
            long dropped,
            long recorded,
            int preRoll,
            long firstFrame,
            long lastFrame,
            Instant firstAt,
            Instant lastAt,
            String reason,
            List<String> gaps) {

        public Stop {
            gaps = List.copyOf(gaps);
        }

        public Duration length() {
            return Duration.between(firstAt, lastAt);
        }
    }

    /** A code that was read in the picture. */
    public record Sighting(
            String code, String symbology, long frame, Instant at, boolean isTheWaybill) {}

    /** A still cut from the file; {@code at} counts from the first frame. */
    public record Still(
            int number,
            String file,
            long frame,
            Duration at,
            int width,
            int height,
            Sha256 sha256,
            Sha256 pixels) {}
}
