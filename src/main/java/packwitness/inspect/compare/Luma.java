package packwitness.inspect.compare;

/** Takes brightness and the two colour differences from pixels in the order blue, green, red. */
final class Luma {
    private Luma() {}

    static float[] of(byte[] bgr) {
        float[] out = new float[bgr.length / 3];
        for (int i = 0, at = 0; i < out.length; i++, at += 3)
            out[i] =
                    0.114f * (bgr[at] & 0xff)
                            + 0.587f * (bgr[at + 1] & 0xff)
                            + 0.299f * (bgr[at + 2] & 0xff);
        return out;
    }

    /** Takes what is brightness already. */
    static float[] grey(byte[] grey) {
        float[] out = new float[grey.length];
        for (int i = 0; i < out.length; i++) out[i] = grey[i] & 0xff;
        return out;
    }
}
