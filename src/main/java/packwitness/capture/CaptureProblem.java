package packwitness.capture;

import packwitness.value.Problem;

/** What can go wrong with cameras and video files. */
public enum CaptureProblem implements Problem {
    /** {0} address without credentials. */
    ADDRESS_UNKNOWN,
    /** {0} address without credentials, {1} the option. */
    OPTION_UNKNOWN,
    /** {0} camera name. */
    CAMERA_NOT_FOUND,
    /** {0} address without credentials, {1} technical reason. */
    CAMERA_SILENT,
    /** {0} address without credentials. */
    CAMERA_REFUSED,
    /** {0} file. */
    PASSWORDS_UNREADABLE,
    /** {0} address without credentials, {1} technical reason. */
    CAMERA_LOST,
    /** {0} camera name, {1} the system's file of it. */
    CAMERA_FORBIDDEN,
    /** {0} technical reason. */
    CAMERA_DRIVER_MISSING,
    /** {0} the system's library. */
    CAMERA_LIBRARY_MISSING,
    /** {0} file. */
    FILE_MISSING,
    /** {0} file. */
    FILE_EMPTY,
    /** {0} file, {1} technical reason. */
    FILE_UNREADABLE,
    /** {0} file. */
    NO_VIDEO,
    /** {0} technical reason. */
    DECODER_FAILED;

    @Override
    public String key() {
        return "capture." + name();
    }
}
