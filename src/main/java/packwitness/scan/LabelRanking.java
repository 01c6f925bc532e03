package packwitness.scan;

import packwitness.capture.LabelCode;
import packwitness.value.WaybillNo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Picks the waybill among the codes read in one picture: by what the number looks like, by the kind
 * of bar code, by size and place. The same codes in any order give the same answer. Immutable.
 */
public final class LabelRanking {
    /** Closer than this, two numbers are equally likely and none is picked. */
    private static final int UNSURE = 6;

    private final ScanRules rules;

    public LabelRanking(ScanRules rules) {
        this.rules = rules;
    }

    /**
     * A code and how likely it is the waybill; at most 0 where it cannot be one.
     *
     * @param scan what it means
     */
    public record Ranked(LabelCode code, Scan scan, int score) {
        public Optional<WaybillNo> waybill() {
            return scan instanceof Scan.Waybill waybill
                    ? Optional.of(waybill.number())
                    : Optional.empty();
        }
    }

    /**
     * Returns the codes, likeliest first.
     *
     * @param width of the picture in pixels, like the boxes of the codes
     */
    public List<Ranked> rank(List<LabelCode> codes, int width, int height) {
        List<Ranked> ranked = new ArrayList<>();
        for (LabelCode code : codes) {
            Scan scan = rules.look(code.text(), code.symbology()).scan();
            ranked.add(new Ranked(code, scan, score(code, scan, width, height)));
        }
        List<Ranked> agreed = ranked.stream().map(one -> agreed(one, ranked)).toList();
        return agreed.stream()
                .sorted(
                        Comparator.comparingInt((Ranked r) -> -r.score())
                                .thenComparing(r -> r.code().text())
                                .thenComparing(r -> r.code().symbology())
                                .thenComparingInt(r -> r.code().y())
                                .thenComparingInt(r -> r.code().x()))
                .toList();
    }

    /** Returns the likely waybill; nothing where there is none or two are equally likely. */
    public Optional<WaybillNo> likely(List<LabelCode> codes, int width, int height) {
        List<Ranked> ranked =
                rank(codes, width, height).stream().filter(r -> r.score() > 0).toList();
        if (ranked.isEmpty()) return Optional.empty();
        Optional<WaybillNo> first = ranked.getFirst().waybill();
        for (Ranked other : ranked)
            if (!other.waybill().equals(first)
                    && ranked.getFirst().score() - other.score() < UNSURE) return Optional.empty();
        return first;
    }

    /** The same number in two codes of one label is worth more than one large code. */
    private static Ranked agreed(Ranked one, List<Ranked> all) {
        boolean twice =
                one.waybill().isPresent()
                        && all.stream()
                                .anyMatch(other ->
                                        !other.code().equals(one.code())
                                                && other.waybill().equals(one.waybill()));
        return twice ? new Ranked(one.code(), one.scan(), one.score() + 10) : one;
    }

    private static int score(LabelCode code, Scan scan, int width, int height) {
        if (!(scan instanceof Scan.Waybill waybill)) return 0;
        int score = waybill.carrier().isPresent() ? 40 : 20;
        score +=
                switch (waybill.state()) {
                    case VALID -> 10;
                    case NONE -> 0;
                    case WRONG -> -15;
                };
        score +=
                switch (code.symbology()) {
                    case "CODE_128" -> 12;
                    case "CODE_39" -> 8;
                    case "QR_CODE", "DATA_MATRIX", "PDF_417" -> 4;
                    default -> 0;
                };
        return Math.max(1, score + size(code, width, height) + place(code, width, height));
    }

    /** Up to 8: the bar code of the waybill is the longest on a label. */
    private static int size(LabelCode code, int width, int height) {
        double length = Math.hypot(code.width(), code.height());
        return (int) Math.min(8, Math.round(24 * length / Math.max(1, Math.hypot(width, height))));
    }

    /** Up to 6: the parcel in work lies in the middle, the next one waits at the edge. */
    private static int place(LabelCode code, int width, int height) {
        double x = (code.x() + code.width() / 2.0) / Math.max(1, width) - 0.5;
        double y = (code.y() + code.height() / 2.0) / Math.max(1, height) - 0.5;
        return (int) Math.max(0, Math.round(6 * (1 - 2 * Math.max(Math.abs(x), Math.abs(y)))));
    }
}
