package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Makes pairs of pictures whose truth is known, from drawn scenes or from pictures handed in; the
 * same seed makes the same bytes. Any thread may call.
 */
public final class SyntheticPairs {
    private static final int OUR_QUALITY = 92;
    private static final int LONGEST = 1920;

    /** What was done to the received picture. */
    public enum Kind {
        HARMLESS,
        CRACK,
        STAIN,
        PATCH,
        RESHOT,
        DIFFERENT;

        /** Tells whether the received picture derives from ours. */
        public boolean isCopy() {
            return this != DIFFERENT && this != RESHOT;
        }

        /** Tells whether damage was painted in. */
        public boolean isDamaged() {
            return this == CRACK || this == STAIN || this == PATCH;
        }
    }

    /**
     * A pair of files.
     *
     * @param mask a PNG in the size of ours, 255 where damage was painted, empty if none was
     * @param recipe what happened on the way, in short words
     */
    public record Pair(
            Kind kind, byte[] ours, byte[] theirs, Optional<byte[]> mask, String recipe) {}

    /** The scene drawn last, because many pairs of one scene are asked for in a row. */
    private record Drawn(int n, byte[] file) {}

    private final long seed;
    private volatile @Nullable Drawn last;

    /** Creates a maker; every seed makes its own pictures. */
    public SyntheticPairs(long seed) {
        this.seed = seed;
    }

    /** Returns a damaged pair of half the usual size. */
    static Pair small() {
        SyntheticPairs maker = new SyntheticPairs(0);
        try (PointerScope _ = new PointerScope()) {
            Mat picture = new Mat();
            Encoded.decode(maker.scene(0), picture);
            Sizes.shrinkBy(picture, 0.5, picture);
            return maker.from(Encoded.jpeg(picture, OUR_QUALITY), Kind.STAIN, 0);
        }
    }

    /** Returns our picture number {@code n}, a drawn scene as a JPEG file. */
    public byte[] scene(int n) {
        Drawn kept = last;
        if (kept != null && kept.n() == n) return kept.file().clone();
        try (PointerScope _ = new PointerScope()) {
            Mat picture = new Mat();
            new Scene(seedOf(n)).photograph(0, 0, picture);
            byte[] file = Encoded.jpeg(picture, OUR_QUALITY);
            last = new Drawn(n, file.clone());
            return file;
        }
    }

    /** Returns a pair of this kind for scene {@code n}. */
    public Pair drawn(int n, Kind kind) {
        return drawn(n, kind, 0);
    }

    /** Returns another pair of this kind for scene {@code n}, treated otherwise on its way. */
    Pair drawn(int n, Kind kind, int turn) {
        return switch (kind) {
            case DIFFERENT -> apart(scene(n), scene(n + 1), kind, n);
            case RESHOT -> apart(scene(n), again(n), kind, n);
            default -> from(scene(n), kind, n + turn * 500_000);
        };
    }

    /**
     * Returns a pair of this kind made from a picture handed in, which is first brought to at most
     * 1920 pixels and saved as a JPEG; nothing if it cannot be read.
     *
     * @param n chooses what happens to it
     * @param other the stranger for {@link Kind#DIFFERENT}
     */
    public Optional<Pair> made(byte[] picture, byte[] other, int n, Kind kind) {
        if (kind == Kind.RESHOT) return Optional.empty();
        Optional<byte[]> ours = prepared(picture);
        if (kind != Kind.DIFFERENT) return ours.map(file -> from(file, kind, n));
        Optional<byte[]> stranger = prepared(other);
        return ours.flatMap(file -> stranger.map(second -> apart(file, second, kind, n)));
    }

    private static Optional<byte[]> prepared(byte[] picture) {
        try (PointerScope _ = new PointerScope()) {
            Mat pixels = new Mat();
            if (PictureReader.read(picture, pixels).trouble().isPresent()) return Optional.empty();
            Sizes.shrinkTo(pixels, LONGEST, pixels);
            return Optional.of(Encoded.jpeg(pixels, OUR_QUALITY));
        }
    }

    private byte[] again(int n) {
        try (PointerScope _ = new PointerScope()) {
            Mat picture = new Mat();
            double shift = dice(n, Kind.RESHOT).between(2, 8);
            new Scene(seedOf(n)).photograph(shift, 1, picture);
            return Encoded.jpeg(picture, OUR_QUALITY);
        }
    }

    private Pair from(byte[] ours, Kind kind, int n) {
        try (PointerScope _ = new PointerScope()) {
            Dice dice = dice(n, kind);
            Mat picture = new Mat();
            Encoded.decode(ours, picture);
            Optional<byte[]> mask = Optional.empty();
            if (kind.isDamaged()) {
                Mat where = new Mat(picture.rows(), picture.cols(), CV_8U, new Scalar(0.0));
                Damage.valueOf(kind.name()).into(picture, where, dice);
                mask = Optional.of(Encoded.png(where));
            }
            StringBuilder recipe = new StringBuilder();
            byte[] theirs = Handling.send(picture, dice, recipe);
            return new Pair(kind, ours, theirs, mask, recipe.toString());
        }
    }

    /** A stranger's picture that went the same honest way as a copy would. */
    private Pair apart(byte[] ours, byte[] stranger, Kind kind, int n) {
        try (PointerScope _ = new PointerScope()) {
            Mat picture = new Mat();
            Encoded.decode(stranger, picture);
            StringBuilder recipe = new StringBuilder();
            Dice dice = dice(n, kind);
            byte[] theirs = kind == Kind.RESHOT ? stranger : Handling.send(picture, dice, recipe);
            return new Pair(kind, ours, theirs, Optional.empty(), recipe.toString());
        }
    }

    private long seedOf(int n) {
        return seed * 1_000_003 + n;
    }

    private Dice dice(int n, Kind kind) {
        return new Dice(seedOf(n) * 16 + kind.ordinal());
    }
}
