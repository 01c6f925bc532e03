package packwitness.capture;

/** The colour of a wooden board at each point, always the same; any thread. */
final class Wood {
    private final int seed;
    private final int[] light;
    private final int[] dark;

    /** Takes red, green, blue of the lightest and the darkest grain. */
    Wood(int seed, int[] light, int[] dark) {
        this.seed = seed;
        this.light = light.clone();
        this.dark = dark.clone();
    }

    /** Returns the colour at a point; the grain runs along x, one unit is about a pixel. */
    int colour(double x, double y, double plankHeight, double shade) {
        int plank = (int) Math.floor(y / plankHeight);
        double inPlank = y / plankHeight - plank;
        double shift = hash(plank, 7) * 900;
        double warp = noise((x + shift) / 260, y / 60 + plank * 31.7) * 26;
        double ring = Math.sin((y + warp) / 5.5 + noise((x + shift) / 420, y / 34) * 7);
        double fibre = noise((x + shift) / 38, y * 1.4) - 0.5;
        double fleck = noise((x + shift) / 7, y / 1.3) - 0.5;
        double mix =
                0.46 + 0.20 * ring + 0.32 * fibre + 0.14 * fleck + (hash(plank, 3) - 0.5) * 0.3;
        double seam = Math.min(inPlank, 1 - inPlank) * plankHeight;
        double lightness = shade * (seam < 1.6 ? 0.55 + 0.2 * seam : 1);
        int colour = 0xff;
        for (int i = 0; i < 3; i++) {
            double value = (light[i] + (dark[i] - light[i]) * Math.clamp(mix, 0, 1)) * lightness;
            colour = colour << 8 | (int) Math.clamp(value, 0, 255);
        }
        return colour;
    }

    /** Returns smooth noise between 0 and 1. */
    double noise(double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        double fx = smooth(x - x0);
        double fy = smooth(y - y0);
        double top = hash(x0, y0) + (hash(x0 + 1, y0) - hash(x0, y0)) * fx;
        double low = hash(x0, y0 + 1) + (hash(x0 + 1, y0 + 1) - hash(x0, y0 + 1)) * fx;
        return top + (low - top) * fy;
    }

    private static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }

    private double hash(int x, int y) {
        int h = seed + x * 0x27d4eb2d + y * 0x165667b1;
        h = (h ^ h >>> 15) * 0x2c1b3c6d;
        h = (h ^ h >>> 12) * 0x297a2d39;
        return ((h ^ h >>> 15) & 0xffffff) / (double) 0x1000000;
    }
}
