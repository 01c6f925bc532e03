package packwitness.recording;

import packwitness.value.Problem;

/** What can go wrong while recording and with recorded files. */
public enum RecordingProblem implements Problem {
    /** {0} camera address without credentials. */
    NO_FRAMES,
    /** {0} technical reason. */
    ENCODER_FAILED,
    /** {0} file. */
    DISK_FULL,
    /** {0} file, {1} technical reason. */
    WRITE_FAILED,
    /** {0} file. */
    DISK_TOO_SLOW,
    /** {0} file. */
    FILE_EXISTS,
    /** {0} file. */
    NOTHING_RECORDED,
    /** {0} file. */
    FILE_MISSING,
    /** {0} file, {1} technical reason. */
    FILE_UNREADABLE,
    /** {0} technical reason. */
    RECORDER_FAILED,
    /** {0} file, {1} limit in megabytes. */
    CLIP_TOO_LARGE;

    @Override
    public String key() {
        return "recording." + name();
    }
}
