package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import packwitness.capture.Grey;
import packwitness.capture.LabelCode;
import packwitness.capture.LabelReader;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads codes in some of the frames; a code is told once a take, and again after ten seconds. */
final class LabelLook implements Tap.Look {
    private static final long INTERVAL_NANOS = 250_000_000;

    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int MOST = 200;

    private record Seen(Optional<TakeId> take, String text) {}

    private final Spans spans;
    private final RecorderEvents events;
    private final Map<Seen, Instant> told = new HashMap<>();
    private byte[] rows = new byte[0];

    LabelLook(Spans spans, RecorderEvents events) {
        this.spans = spans;
        this.events = events;
    }

    /** Returns the time between two looks. */
    static long intervalNanos(Load load) {
        return load.atLeast(LoadStep.LABELS) ? 4 * INTERVAL_NANOS : INTERVAL_NANOS;
    }

    @Override
    public void at(Glance glance) {
        Optional<TakeId> take = spans.takeOf(glance.number());
        for (LabelCode code : LabelReader.read(grey(glance.frame()))) {
            Seen seen = new Seen(take, code.text());
            Instant before = told.get(seen);
            if (before != null && Duration.between(before, glance.at()).compareTo(AGAIN) < 0)
                continue;
            if (told.size() >= MOST) told.clear();
            told.put(seen, glance.at());
            events.seen(take, code, glance.at(), glance.number());
        }
    }

    /** Copies the luma into one room for all looks; the reader keeps nothing of it. */
    private Grey grey(AVFrame frame) {
        int width = frame.width();
        int height = frame.height();
        if (rows.length != width * height) rows = new byte[width * height];
        BytePointer luma = frame.data(0);
        int stride = frame.linesize(0);
        for (int y = 0; y < height; y++)
            luma.position((long) y * stride).get(rows, y * width, width);
        return Grey.over(width, height, rows);
    }

    @Override
    public void close() {}
}
