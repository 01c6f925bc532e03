package packwitness.recording;

import packwitness.value.Sha256;

import java.time.Duration;

/**
 * A still picture out of a video: its index from 0 and time, a JPEG for the eye, and the hash of
 * the decoded samples, which anybody can compute again from the video.
 */
public record KeyFrame(
        long index, Duration at, int width, int height, byte[] jpeg, Sha256 pixels) {}
