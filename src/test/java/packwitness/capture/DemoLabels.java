package packwitness.capture;

import java.util.List;

/** What is read in a picture of the demonstration, for tests of other rooms. */
public final class DemoLabels {
    private DemoLabels() {}

    /** Returns the codes of the picture, 1280 x 720, in which the label is seen whole. */
    public static List<LabelCode> codes(String waybill) {
        DemoScene scene = new DemoScene(1280, 720, 30, true, waybill);
        YuvCanvas canvas = scene.canvas();
        scene.paint(225, canvas);
        return LabelReader.read(
                new Planes(canvas.width, canvas.height, canvas.y, canvas.u, canvas.v, false)
                        .grey());
    }
}
