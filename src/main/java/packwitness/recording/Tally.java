package packwitness.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the forced part of a take holds, frame by frame; one writer thread. */
final class Tally {
    private final List<Gap> gaps = new ArrayList<>();
    private int recorded;
    private int preRoll;
    private long dropped;
    private long first = -1;
    private long last = -1;
    private long firstNanos;
    private long lastNanos;
    private Instant firstAt = Instant.EPOCH;
    private Instant lastAt = Instant.EPOCH;

    void add(Mark mark, boolean early) {
        if (recorded == 0) {
            first = mark.number();
            firstNanos = mark.arrivalNanos();
            firstAt = mark.at();
        } else if (mark.gap().isPresent()) {
            gaps.add(mark.gap().get());
            dropped += mark.gap().get().frames();
        }
        recorded++;
        if (early) preRoll++;
        last = mark.number();
        lastNanos = mark.arrivalNanos();
        lastAt = mark.at();
    }

    boolean empty() {
        return recorded == 0;
    }

    Original original(java.nio.file.Path file, FragmentFile bytes, Duration frameTime) {
        return new Original(
                file,
                bytes.position(),
                bytes.wholeHash(),
                bytes.head(),
                bytes.links(),
                bytes.streamHash(),
                new FrameCounts(last - first + 1, dropped, recorded),
                preRoll,
                first,
                last,
                firstAt,
                lastAt,
                Duration.ofNanos(lastNanos - firstNanos).plus(frameTime),
                gaps);
    }
}
