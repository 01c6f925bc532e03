package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import packwitness.recording.RecorderAlarm.Kind;

import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Notices a picture that never changes and a covered lens, from every sixteenth line. A real sensor
 * never gives the same picture twice. Used by one thread, before anything is drawn.
 */
final class StillnessCheck {
    private static final int EVERY = 16;
    private static final long FROZEN_NANOS = TimeUnit.MILLISECONDS.toNanos(1800);
    private static final long DARK_NANOS = TimeUnit.MILLISECONDS.toNanos(4500);
    private static final int DARK_LUMA = 26;

    private final Watch watch;
    private final Motion motion;
    private byte[] line = new byte[0];
    private long lastPicture = -1;
    private long changedNanos;
    private long brightNanos;
    private boolean frozen;
    private boolean dark;
    private boolean begun;

    StillnessCheck(Watch watch, Motion motion) {
        this.watch = watch;
        this.motion = motion;
    }

    void see(AVFrame frame, long arrivalNanos) {
        if (line.length != frame.width()) line = new byte[frame.width()];
        CRC32 crc = new CRC32();
        BytePointer luma = frame.data(0);
        int stride = frame.linesize(0);
        long sum = 0;
        int count = 0;
        motion.begin(arrivalNanos);
        for (int y = EVERY / 2; y < frame.height(); y += EVERY) {
            luma.position((long) y * stride).get(line);
            crc.update(line);
            motion.line(line, y, frame.height());
            for (int x = 0; x < line.length; x += EVERY, count++) sum += line[x] & 255;
        }
        motion.end(arrivalNanos);
        if (!begun || crc.getValue() != lastPicture) changedNanos = arrivalNanos;
        if (!begun || count > 0 && sum / count >= DARK_LUMA) brightNanos = arrivalNanos;
        begun = true;
        lastPicture = crc.getValue();
        boolean frozenNow = arrivalNanos - changedNanos >= FROZEN_NANOS;
        if (frozenNow != frozen)
            watch.alarm(frozenNow ? Kind.FRAMES_FROZEN : Kind.FRAMES_MOVING, "");
        frozen = frozenNow;
        boolean darkNow = arrivalNanos - brightNanos >= DARK_NANOS;
        if (darkNow != dark) watch.alarm(darkNow ? Kind.LENS_DARK : Kind.LENS_CLEAR, "");
        dark = darkNow;
    }
}
