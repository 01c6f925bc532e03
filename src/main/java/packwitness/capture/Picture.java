package packwitness.capture;

import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A decoded picture, yuv420p in limited range, valid until the next call of its decoder; the frame
 * may be drawn on.
 */
public record Picture(long number, long arrivalNanos, AVFrame frame) {}
