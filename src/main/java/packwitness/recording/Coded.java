package packwitness.recording;

import java.util.List;

/**
 * One encoded frame; the bytes are never written again. Times are in ticks of {@link #TICKS} a
 * second.
 */
record Coded(Mark mark, byte[] bytes, boolean key, long time, List<Order> orders)
        implements Passage {
    static final int TICKS = 90_000;
}
