package packwitness.shipment;

import java.time.Duration;

/**
 * A place in a film that somebody will want to see again.
 *
 * @param at from the first frame of the film
 */
public record FilmMark(Kind kind, Duration at) {
    /** What is seen there. */
    public enum Kind {
        /** The goods before they are packed. */
        GOODS,
        /** The parcel as it is sealed. */
        SEAL,
        /** The label, near enough to be read. */
        LABEL,
        /** Something the station noted while it recorded. */
        EVENT;

        /** Returns whether people set and take away such marks. */
        public boolean isSet() {
            return this != EVENT;
        }
    }
}
