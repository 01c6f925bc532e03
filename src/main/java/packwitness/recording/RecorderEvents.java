package packwitness.recording;

import packwitness.capture.LabelCode;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.time.Instant;
import java.util.Optional;

/**
 * What a recorder tells; called on its writer, label and watch threads, never on the thread that
 * reads the camera, and never two calls for one take at once.
 */
public interface RecorderEvents {
    /** Tells of a link whose bytes are on the disk. */
    void segment(TakeId take, Segment segment);

    /** Tells that the file is whole, on the disk and under its final name. */
    void sealed(TakeId take, Original original);

    /** Tells that the take ended by trouble, with what could be sealed of it. */
    void damaged(TakeId take, Failure why, Optional<Original> original);

    /** Tells of a code read in the picture of this running number. */
    void seen(Optional<TakeId> take, LabelCode code, Instant at, long frame);

    /** Tells of something the people at the table must know. */
    void alarm(RecorderAlarm alarm);
}
