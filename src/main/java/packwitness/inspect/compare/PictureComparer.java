package packwitness.inspect.compare;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares a received picture with one of ours; stateless, any thread may call. Ours is laid over
 * theirs, its tone, sharpness and compression are imitated, and what is left over is judged by what
 * places of like texture usually leave over.
 */
public final class PictureComparer {
    private static final int WARMING = 3;

    /** Creates a comparer; it holds nothing. */
    public PictureComparer() {}

    /**
     * Loads the native code and compares two small drawn pictures, so that the first real
     * comparison does not wait for that; some seconds, to be called in the background.
     */
    public void warmUp() {
        SyntheticPairs.Pair pair = SyntheticPairs.small();
        for (int round = 0; round < WARMING; round++) compare(pair.ours(), pair.theirs());
    }

    /**
     * Returns what can be said of the pair; hostile or damaged bytes give a reason, never an
     * exception.
     */
    public Comparison compare(byte[] ours, byte[] theirs) {
        try (PointerScope _ = new PointerScope()) {
            Mat our = new Mat();
            Mat their = new Mat();
            PictureReader.Reading[] read = new PictureReader.Reading[2];
            Together.run(
                    () -> read[0] = PictureReader.read(ours, our),
                    () -> read[1] = PictureReader.read(theirs, their));
            PictureReader.Reading ourRead = read[0];
            PictureReader.Reading theirRead = read[1];
            Set<Limit> limits = EnumSet.noneOf(Limit.class);
            limits.addAll(ourRead.limits());
            limits.addAll(theirRead.limits());
            Draft draft = new Draft(ourRead.size(), theirRead.size(), limits);
            Optional<Reason> refused = refusal(ourRead, theirRead);
            if (refused.isPresent()) return draft.refused(refused.get());
            Sight[] sights = new Sight[2];
            Together.run(() -> sights[0] = Sight.of(our), () -> sights[1] = Sight.of(their));
            Registration.Found found = Registration.find(sights[0], sights[1]);
            if (!Judgement.isMatched(found)) {
                Registration.Found mirrored =
                        Registration.find(sights[0], sights[1].mirrored()).mirrored(their.cols());
                if (Judgement.isMatched(mirrored)) {
                    found = mirrored;
                    limits.add(Limit.MIRRORED);
                }
            }
            return aligned(draft, our, their, found);
        }
    }

    private static Optional<Reason> refusal(
            PictureReader.Reading ours, PictureReader.Reading theirs) {
        if (ours.trouble().isPresent())
            return Optional.of(reason(ours.trouble().get(), Reason.OURS_UNREADABLE));
        return theirs.trouble().map(trouble -> reason(trouble, Reason.THEIRS_UNREADABLE));
    }

    private static Reason reason(PictureReader.Trouble trouble, Reason unreadable) {
        return switch (trouble) {
            case UNREADABLE -> unreadable;
            case NOT_DECODED -> Reason.NOT_DECODED;
            case TOO_LARGE -> Reason.TOO_LARGE;
            case TOO_SMALL -> Reason.TOO_SMALL;
        };
    }

    private static Comparison aligned(Draft draft, Mat ours, Mat theirs, Registration.Found found) {
        PictureSize ourRead = new PictureSize(ours.cols(), ours.rows());
        draft.found(found, ourRead, new PictureSize(theirs.cols(), theirs.rows()));
        if (!Judgement.isMatched(found) || found.mapping().isEmpty())
            return draft.refused(
                    found.points() < Registration.FEWEST_POINTS
                            ? Reason.TOO_PLAIN
                            : Reason.DIFFERENT_PICTURE);
        Alignment alignment = new Alignment(ours, theirs, found.mapping().get());
        if (!alignment.isUsable()) return draft.refused(Reason.DIFFERENT_PICTURE);
        Refinement.Outcome refined = Refinement.improve(alignment);
        Difference difference = Difference.of(alignment);
        List<RegionFinder.Spot> spots = RegionFinder.find(difference);
        draft.measured(alignment, difference, ourRead);
        Reason reason = Judgement.of(found, refined, difference, spots);
        return draft.finished(reason, spots, alignment);
    }
}
