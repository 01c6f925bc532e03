/**
 * From frames to a closed, hash-chained video file: ring with pre-roll, switch without a gap,
 * recovery. Begin with {@link packwitness.recording.Recorder}. Never rewrites an original and never
 * says recorded before the bytes are forced to disk.
 */
@NullMarked
package packwitness.recording;

import org.jspecify.annotations.NullMarked;
