package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One recording of the parcel.
 *
 * @param file name of the original in the bag
 * @param picture codec and size, such as {@code H.264 1280×720 30 帧/秒}
 * @param place where it was filmed: station, camera, address as far as known
 * @param operator who packed, masked; may be empty
 * @param received frames that came from the camera
 * @param dropped frames that were lost before recording
 * @param recorded frames in the file, the pre-roll included
 * @param preRoll frames from before the scan
 * @param gaps interruptions, one sentence each; empty where there is none
 * @param selfCheck results of the check of the station at the start, one line each
 */
public record Footage(
        ExhibitNo exhibit,
        String name,
        String file,
        long bytes,
        Sha256 sha256,
        Instant begunAt,
        Instant endedAt,
        Duration length,
        String picture,
        String place,
        String operator,
        long received,
        long dropped,
        long recorded,
        int preRoll,
        TimeBracket bracket,
        List<String> gaps,
        List<String> selfCheck) {
    public Footage {
        gaps = List.copyOf(gaps);
        selfCheck = List.copyOf(selfCheck);
    }
}
