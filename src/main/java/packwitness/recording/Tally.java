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
    private long firstOwn = -1;
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
            gap(mark.gap().get());
        }
        recorded++;
        if (early) preRoll++;
        else if (firstOwn < 0) firstOwn = mark.number();
        last = mark.number();
        lastNanos = mark.arrivalNanos();
        lastAt = mark.at();
    }

    private void gap(Gap gap) {
        dropped += gap.frames();
        Gap before = gaps.isEmpty() ? null : gaps.getLast();
        boolean halved =
                before != null
                        && gap.cause() == Gap.Cause.RATE_HALVED
                        && before.cause() == Gap.Cause.RATE_HALVED
                        && gap.first() == before.last() + 2;
        if (before == null || !halved) {
            gaps.add(gap);
            return;
        }
        Duration longer =
                gap.length().compareTo(before.length()) > 0 ? gap.length() : before.length();
        gaps.set(
                gaps.size() - 1,
                new Gap(
                        before.first(),
                        gap.last(),
                        longer,
                        gap.cause(),
                        before.frames() + gap.frames()));
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    int recorded() {
        return recorded;
    }

    /** Returns the number of the first frame behind the pre-roll. */
    long firstOwn() {
        return firstOwn < 0 ? last + 1 : firstOwn;
    }

    boolean empty() {
        return recorded == 0;
    }

    Original original(
            java.nio.file.Path file, FragmentFile bytes, Duration frameTime, Making making) {
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
                gaps,
                making);
    }
}
