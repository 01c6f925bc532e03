package packwitness.recording;

import java.util.List;

/**
 * One encoded frame; the bytes are never written again. Times are in ticks of {@link #TICKS} a
 * second: when it is decoded, and how much later it is shown. The words are those that stand beside
 * the picture, {@link Words#BURNT} where they are in it.
 */
record Coded(
        Mark mark,
        byte[] bytes,
        boolean key,
        long time,
        long shownLater,
        CodecParameters parameters,
        Words words,
        List<Order> orders)
        implements Passage {
    static final int TICKS = 90_000;
}
