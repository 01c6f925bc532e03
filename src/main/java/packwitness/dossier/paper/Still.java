package packwitness.dossier.paper;

import packwitness.value.Sha256;

import java.time.Duration;
import java.time.Instant;

/**
 * A key frame cut from a recording.
 *
 * @param source the recording it was cut from
 * @param index number of the frame in the file, from 0
 * @param at time of the frame in the file
 * @param takenAt time of the frame by the station's clock
 * @param pixels hash of the decoded pixels
 * @param shows what is to be seen, a few words
 */
public record Still(
        ExhibitNo exhibit,
        ExhibitNo source,
        StillRole role,
        Picture picture,
        long index,
        Duration at,
        Instant takenAt,
        Sha256 pixels,
        String shows) {}
