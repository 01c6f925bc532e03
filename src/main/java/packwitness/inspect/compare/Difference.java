package packwitness.inspect.compare;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.Arrays;
import java.util.List;

/**
 * Two aligned pictures taken from each other.
 *
 * @param width of the work frame
 * @param valid not 0 where both pictures show something
 * @param residual brightness of theirs less the prediction from ours, in levels
 * @param evidence see {@link Evidence}
 * @param likeness structural likeness of prediction and theirs, 0 to 1
 * @param tone how far the tone curve is from the straight one, in levels
 */
record Difference(
        int width, byte[] valid, float[] residual, float[] evidence, double likeness, double tone) {

    /** Of so many pixels one tells the usual difference. */
    private static final int STEP = 7;

    int height() {
        return valid.length / width;
    }

    /** Returns how many pixels were compared. */
    int compared() {
        int n = 0;
        for (byte v : valid) if (v != 0) n++;
        return n;
    }

    /** Returns the part of the compared pixels that carry evidence of a change. */
    double changedPart() {
        int n = 0;
        for (float e : evidence) if (e >= RegionFinder.WEAK) n++;
        return (double) n / Math.max(1, compared());
    }

    /** Returns the usual difference of a pixel, in levels. */
    double usual() {
        float[] seen = new float[valid.length / STEP + 1];
        int n = 0;
        for (int i = 0; i < valid.length; i += STEP)
            if (valid[i] != 0) seen[n++] = Math.abs(residual[i]);
        return Quantile.of(Arrays.copyOf(seen, n), 0.5) * 1.4826;
    }

    static Difference of(Alignment alignment) {
        try (PointerScope _ = new PointerScope()) {
            int width = alignment.width();
            Mat averaged = new Mat();
            Mat inside = new Mat();
            Together.run(() -> alignment.averaged(averaged), () -> alignment.valid(inside));
            byte[] valid = Pixels.bytes(inside);
            Tone tone = Tone.between(averaged, alignment.theirs, valid);
            tone.apply(averaged, averaged);
            float[][] planes = new float[5][];
            Together.run(
                    () -> {
                        planes[0] = Luma.of(Pixels.bytes(averaged));
                        planes[1] = Filters.gaussian(planes[0], width, 0.8);
                        planes[2] = Filters.gaussian(planes[0], width, 1.6);
                    },
                    () -> {
                        if (!alignment.isSampledAlike()) planes[3] = sampled(alignment, tone);
                        planes[4] = Luma.of(Pixels.bytes(alignment.theirs));
                    });
            float[] theirs = planes[4];
            List<float[]> columns =
                    Arrays.asList(planes).subList(0, alignment.isSampledAlike() ? 3 : 4);
            float[] residual = Prediction.residual(theirs, valid, width, columns);
            float[] predicted = new float[theirs.length];
            for (int i = 0; i < predicted.length; i++) predicted[i] = theirs[i] - residual[i];
            float[][] evidence = new float[1][];
            double[] likeness = new double[1];
            Together.run(
                    () -> {
                        Texture texture = Texture.of(predicted, valid, width);
                        evidence[0] = Evidence.of(residual, valid, texture, width);
                    },
                    () -> likeness[0] = Likeness.of(predicted, theirs, valid, width));
            return new Difference(
                    width, valid, residual, evidence[0], likeness[0], tone.strength());
        }
    }

    private static float[] sampled(Alignment alignment, Tone tone) {
        try (PointerScope _ = new PointerScope()) {
            Mat sampled = new Mat();
            alignment.sampled(tone, sampled);
            return Luma.grey(Pixels.bytes(sampled));
        }
    }
}
