package packwitness.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a scanner says at a busy table, made up from a seed: parcels, bounce, wrong codes, parcels
 * that come again, two labels in the wrong order, control codes and badges. One thread.
 */
final class ScanLines {
    /** What a line is, which decides what must come of it. */
    enum Sort {
        PARCEL,
        BOUNCE,
        WRONG,
        AGAIN,
        SWAPPED,
        CONTROL,
        BADGE
    }

    /** One line; {@code soon} where it follows the one before without a pause. */
    record Line(String text, Sort sort, boolean soon) {}

    private static final int REMEMBERED = 40;
    private static final List<String> WRONG =
            List.of("https://example.invalid/p?id=7", "13800138000", "轻拿轻放", "WWW.EXAMPLE.INVALID");

    private final Random random;
    private final List<String> packed = new ArrayList<>();
    private long next;

    ScanLines(long seed) {
        random = new Random(seed);
        next = 1_000_000_000_000L + random.nextInt(1_000_000);
    }

    List<Line> take(int count) {
        List<Line> lines = new ArrayList<>();
        while (lines.size() < count) add(lines);
        return List.copyOf(lines.subList(0, count));
    }

    private void add(List<Line> lines) {
        int dice = random.nextInt(100);
        if (dice < 62 || packed.size() < 3) {
            String parcel = parcel();
            lines.add(new Line(parcel, Sort.PARCEL, false));
        } else if (dice < 76) {
            String parcel = parcel();
            lines.add(new Line(parcel, Sort.PARCEL, false));
            int times = 1 + random.nextInt(3);
            for (int i = 0; i < times; i++) lines.add(new Line(parcel, Sort.BOUNCE, true));
        } else if (dice < 84) {
            String wrong = WRONG.get(random.nextInt(WRONG.size()));
            lines.add(new Line(wrong, Sort.WRONG, false));
        } else if (dice < 90) {
            // Not the newest: that one would still be on the table.
            int back = 2 + random.nextInt(Math.min(packed.size() - 2, REMEMBERED));
            lines.add(new Line(packed.get(packed.size() - 1 - back + 1), Sort.AGAIN, false));
        } else if (dice < 94) {
            // Two labels scanned in the wrong order, then both as they should be.
            String a = parcel();
            String b = parcel();
            for (String one : List.of(b, a, b, a)) lines.add(new Line(one, Sort.SWAPPED, false));
        } else if (dice < 98) {
            lines.add(new Line(random.nextBoolean() ? "PW-MARK" : "PW-STOP", Sort.CONTROL, false));
        } else {
            lines.add(new Line("PW-BADGE-" + random.nextInt(9), Sort.BADGE, false));
        }
    }

    private String parcel() {
        next += 1 + random.nextInt(900);
        String parcel = "SF" + next;
        packed.add(parcel);
        return parcel;
    }
}
