package packwitness.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The mode chosen for a camera, and why; empty where the camera does not tell its modes. */
public record ModeChoice(Optional<CameraMode> mode, List<Reason> why) {
    /** What spoke for a mode, or what is missing in it. */
    public enum Reason {
        /** Size and rate are those that were wanted. */
        AS_WANTED,
        /** The camera compresses in this mode; it offers raw pictures too. */
        COMPRESSED,
        /** The camera offers raw pictures only. */
        RAW_ONLY,
        /** The wanted size is not offered with this codec; this one is nearest. */
        NEAREST_SIZE,
        /** The wanted size is offered too slowly. */
        SMALLER_BUT_FLUENT,
        /** The rate is lower than the wanted one. */
        SLOWER,
        /** The rate is higher than the wanted one. */
        FASTER,
        /** The codec that was asked for is not offered. */
        CODEC_NOT_OFFERED,
        /** The camera does not tell its modes; its driver chooses. */
        NOT_TOLD
    }

    /** What is asked of a camera; the codec is empty where any is welcome. */
    record Wish(int width, int height, double framesPerSecond, Optional<String> codec) {
        static final Wish STANDARD = new Wish(1920, 1080, 30, Optional.empty());
    }

    /** Fewer pictures a second than these show no hand movement. */
    private static final double FLUENT = 10;

    public ModeChoice {
        why = List.copyOf(why);
    }

    /**
     * Chooses a mode: compressed before raw, fluent before slow, then the size nearest the wish,
     * then the rate, then MJPEG, of which a picture can be dropped alone.
     */
    static ModeChoice of(List<CameraMode> offered, Wish wish) {
        List<CameraMode> modes = offered;
        List<Reason> why = new ArrayList<>();
        if (wish.codec.isPresent()) {
            String codec = wish.codec.get();
            List<CameraMode> same = offered.stream().filter(mode -> is(mode, codec)).toList();
            if (same.isEmpty()) why.add(Reason.CODEC_NOT_OFFERED);
            else modes = same;
        }
        Optional<CameraMode> best =
                modes.stream()
                        .min(
                                Comparator.comparing((CameraMode mode) -> !mode.compressed())
                                        .thenComparing(mode -> slow(mode))
                                        .thenComparingDouble(mode -> sizeAway(mode, wish))
                                        .thenComparingDouble(mode -> rateAway(mode, wish))
                                        .thenComparing(mode -> !mode.codec().equals("mjpeg"))
                                        .thenComparing(CameraMode::codec)
                                        .thenComparingInt(CameraMode::width));
        if (best.isEmpty()) why.add(Reason.NOT_TOLD);
        else explain(best.get(), offered, wish, why);
        return new ModeChoice(best, why);
    }

    private static boolean is(CameraMode mode, String codec) {
        return mode.codec().equals(codec) || codec.equals("raw") && !mode.compressed();
    }

    private static boolean slow(CameraMode mode) {
        return mode.framesPerSecond() > 0 && mode.framesPerSecond() < FLUENT;
    }

    /** Pixels too many cost the computer more than missing ones cost the picture. */
    private static double sizeAway(CameraMode mode, Wish wish) {
        double ratio = (double) mode.width() * mode.height() / ((double) wish.width * wish.height);
        double away = Math.abs(Math.log(ratio)) * (ratio > 1 ? 2 : 1);
        // Of two sizes with as many pixels the one of the wanted shape.
        return away
                + Math.abs(
                                Math.log((double) mode.width() * wish.height)
                                        - Math.log((double) mode.height() * wish.width))
                        / 1000;
    }

    private static double rateAway(CameraMode mode, Wish wish) {
        return mode.framesPerSecond() <= 0
                ? wish.framesPerSecond
                : Math.abs(mode.framesPerSecond() - wish.framesPerSecond);
    }

    private static void explain(
            CameraMode best, List<CameraMode> offered, Wish wish, List<Reason> why) {
        boolean raw = offered.stream().anyMatch(mode -> !mode.compressed());
        boolean compressed = offered.stream().anyMatch(CameraMode::compressed);
        if (best.compressed() && raw) why.add(Reason.COMPRESSED);
        if (!compressed) why.add(Reason.RAW_ONLY);
        boolean size = best.width() == wish.width && best.height() == wish.height;
        if (!size) {
            boolean tooSlow =
                    offered.stream()
                            .filter(mode -> mode.compressed() == best.compressed())
                            .anyMatch(mode ->
                                    slow(mode) && sizeAway(mode, wish) < sizeAway(best, wish));
            why.add(tooSlow ? Reason.SMALLER_BUT_FLUENT : Reason.NEAREST_SIZE);
        }
        double rate = best.framesPerSecond();
        boolean slower = rate > 0 && rate < wish.framesPerSecond - 0.5;
        boolean faster = rate > wish.framesPerSecond + 0.5;
        if (slower) why.add(Reason.SLOWER);
        if (faster) why.add(Reason.FASTER);
        if (size && !slower && !faster && rate > 0) why.addFirst(Reason.AS_WANTED);
    }
}
