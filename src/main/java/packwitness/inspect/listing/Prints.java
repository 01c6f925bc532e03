package packwitness.inspect.listing;

import packwitness.inspect.compare.PicturePrint;
import packwitness.value.Sha256;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Prints in memory, compared one by one; filled once, then only read. */
final class Prints {
    private static final int LONGS = 4;

    /** Two points are the same if fewer of their 256 bits differ, and of the first 64. */
    private static final int SAME = 44;

    private static final int SAME_BEGINNING = 20;

    /** Coarse signs that may differ in an uncropped copy, and what such likeness is worth. */
    private static final int ALIKE = 10;

    private static final int WORTH = 8;
    private static final int FEWEST = 3;

    private final List<Sha256> hashes = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private long[] coarse = new long[64];
    private int[] ends = new int[64];
    private long[] words = new long[64 * LONGS];

    void add(Sha256 hash, String place, Instant at, long waves, byte[] points) {
        int n = hashes.size();
        if (n == coarse.length) {
            coarse = Arrays.copyOf(coarse, 2 * n);
            ends = Arrays.copyOf(ends, 2 * n);
        }
        int from = n == 0 ? 0 : ends[n - 1];
        int count = points.length / Long.BYTES;
        if (from + count > words.length)
            words = Arrays.copyOf(words, Math.max(2 * words.length, from + count));
        ByteBuffer.wrap(points, 0, count * Long.BYTES).asLongBuffer().get(words, from, count);
        coarse[n] = waves;
        ends[n] = from + count;
        hashes.add(hash);
        places.add(place);
        times.add(at);
    }

    int size() {
        return hashes.size();
    }

    List<Candidate> nearest(PicturePrint asked, int most) {
        byte[] points = asked.points();
        long[] question = new long[points.length / Long.BYTES];
        ByteBuffer.wrap(points).asLongBuffer().get(question);
        List<Candidate> found = new ArrayList<>();
        for (int i = 0; i < hashes.size(); i++) {
            int unlike = Long.bitCount(coarse[i] ^ asked.coarse());
            int shared = shared(question, i == 0 ? 0 : ends[i - 1], ends[i]);
            if (shared >= FEWEST || unlike <= ALIKE)
                found.add(
                        new Candidate(hashes.get(i), places.get(i), times.get(i), shared, unlike));
        }
        found.sort(
                Comparator.comparingInt((Candidate one) -> -worth(one))
                        .thenComparingInt(Candidate::unlike)
                        .thenComparing(one -> one.sha256().hex()));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    private static int worth(Candidate one) {
        return one.points() + (one.unlike() <= ALIKE ? WORTH : 0);
    }

    /** Counts our points that the question has too. */
    private int shared(long[] question, int from, int to) {
        int shared = 0;
        for (int at = from; at < to; at += LONGS) {
            long a = words[at];
            for (int q = 0; q < question.length; q += LONGS) {
                int beginning = Long.bitCount(a ^ question[q]);
                if (beginning >= SAME_BEGINNING) continue;
                int apart =
                        beginning
                                + Long.bitCount(words[at + 1] ^ question[q + 1])
                                + Long.bitCount(words[at + 2] ^ question[q + 2])
                                + Long.bitCount(words[at + 3] ^ question[q + 3]);
                if (apart < SAME) {
                    shared++;
                    break;
                }
            }
        }
        return shared;
    }
}
