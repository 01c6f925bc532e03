package packwitness.recording;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one encoded frame: its running number, when it came by both clocks, and what is
 * missing before it.
 */
record Mark(long number, long arrivalNanos, Instant at, Optional<Gap> gap) {}
