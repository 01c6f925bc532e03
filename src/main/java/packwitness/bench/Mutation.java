package packwitness.bench;

import java.util.Arrays;
import java.util.Random;

/** Bends bytes in all the ways in which bytes go wrong; the result always differs. */
final class Mutation {
    enum Kind {
        FLIP_BIT,
        SET_BYTE,
        CUT_END,
        CUT_OUT,
        INSERT,
        APPEND,
        SWAP,
        REPEAT
    }

    private Mutation() {}

    static byte[] of(Kind kind, byte[] before, Random random) {
        if (before.length == 0) return new byte[] {(byte) random.nextInt(256)};
        byte[] after = tried(kind, before, random);
        // Swapping equal bytes changes nothing; then a bit is turned.
        return Arrays.equals(before, after) ? tried(Kind.FLIP_BIT, before, random) : after;
    }

    private static byte[] tried(Kind kind, byte[] before, Random random) {
        int at = random.nextInt(before.length);
        int length = 1 + random.nextInt(Math.min(16, before.length - at));
        byte[] same = before.clone();
        return switch (kind) {
            case FLIP_BIT -> {
                same[at] ^= (byte) (1 << random.nextInt(8));
                yield same;
            }
            case SET_BYTE -> {
                same[at] = (byte) random.nextInt(256);
                yield same;
            }
            case CUT_END -> Arrays.copyOf(before, at);
            case CUT_OUT -> join(before, 0, at, before, at + length, before.length);
            case INSERT -> {
                byte[] one = {(byte) random.nextInt(256)};
                yield join(join(before, 0, at, one, 0, 1), 0, at + 1, before, at, before.length);
            }
            case APPEND -> {
                byte[] one = {(byte) random.nextInt(256)};
                yield join(before, 0, before.length, one, 0, 1);
            }
            case SWAP -> {
                int other = random.nextInt(before.length);
                same[at] = before[other];
                same[other] = before[at];
                yield same;
            }
            case REPEAT -> join(before, 0, at + length, before, at, before.length);
        };
    }

    private static byte[] join(byte[] one, int from, int to, byte[] other, int start, int end) {
        byte[] all = Arrays.copyOf(Arrays.copyOfRange(one, from, to), to - from + end - start);
        System.arraycopy(other, start, all, to - from, end - start);
        return all;
    }
}
