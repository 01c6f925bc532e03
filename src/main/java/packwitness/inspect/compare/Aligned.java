package packwitness.inspect.compare;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.warpPerspective;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Both pictures of a copy in the frame of ours, to be shown in turns, under a slider or beside each
 * other; places that the received picture does not show are light grey there.
 *
 * @param ours a PNG, upright, at most 1920 pixels long
 * @param theirs a PNG of the same size: the received picture laid over ours, its tone untouched
 * @param width of both, in pixels
 * @param height of both, in pixels
 * @param regions the places of the comparison's regions in this frame, by their numbers
 */
public record Aligned(byte[] ours, byte[] theirs, int width, int height, List<Box> regions) {
    public Aligned {
        ours = ours.clone();
        theirs = theirs.clone();
        regions = List.copyOf(regions);
    }

    /** Returns a copy. */
    @Override
    public byte[] ours() {
        return ours.clone();
    }

    /** Returns a copy. */
    @Override
    public byte[] theirs() {
        return theirs.clone();
    }

    /**
     * Lays the received picture over ours as the comparison of the same bytes found it; nothing
     * unless that is a copy. Takes some 200 ms; any thread may call.
     */
    public static Optional<Aligned> of(byte[] ours, byte[] theirs, Comparison comparison) {
        Optional<PlaneMap> whole = comparison.homography().flatMap(PlaneMap::of);
        if (!comparison.copy() || whole.isEmpty()) return Optional.empty();
        try (PointerScope _ = new PointerScope()) {
            Mat our = new Mat();
            Mat their = new Mat();
            if (PictureReader.read(ours, our).trouble().isPresent()
                    || PictureReader.read(theirs, their).trouble().isPresent())
                return Optional.empty();
            PictureSize ourWhole = comparison.ours().orElseThrow();
            PictureSize theirWhole = comparison.theirs().orElseThrow();
            PlaneMap toFrame =
                    PlaneMap.resized(ourWhole.width(), ourWhole.height(), our.cols(), our.rows());
            PlaneMap map =
                    toFrame.after(whole.get())
                            .after(
                                    PlaneMap.resized(
                                            their.cols(),
                                            their.rows(),
                                            theirWhole.width(),
                                            theirWhole.height()));
            Mat over = new Mat();
            warpPerspective(
                    their,
                    over,
                    map.matrix(),
                    our.size(),
                    INTER_CUBIC,
                    BORDER_CONSTANT,
                    new Scalar(225.0, 225.0, 225.0, 0.0));
            List<Box> places = new ArrayList<>();
            for (Region region : comparison.regions()) places.add(framed(region.ours(), toFrame));
            return Optional.of(
                    new Aligned(
                            Encoded.quickPng(our),
                            Encoded.quickPng(over),
                            our.cols(),
                            our.rows(),
                            places));
        }
    }

    private static Box framed(Box box, PlaneMap map) {
        int left = (int) Math.max(0, Math.floor(map.x(box.x(), box.y())));
        int top = (int) Math.max(0, Math.floor(map.y(box.x(), box.y())));
        double right = map.x(box.x() + box.width(), box.y() + box.height());
        double bottom = map.y(box.x() + box.width(), box.y() + box.height());
        return new Box(
                left,
                top,
                (int) Math.max(1, Math.ceil(right) - left),
                (int) Math.max(1, Math.ceil(bottom) - top));
    }
}
