package packwitness.capture;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The packing table of the demonstration: a mug goes into a carton, the carton is closed, taped and
 * labelled, and the next one comes with the next scan, without scans after eight seconds. Painted
 * by one thread; what is on the label may be set by any. The lower edge carries the running frame
 * number, see {@link #readNumber}.
 */
public final class DemoScene {
    private static final int STAGES = 6;

    /** Where the carton sprite stands. */
    private static final double CARTON_X = 236;

    private static final double CARTON_Y = 64;

    /** What the camera sees of the table: its left upper corner, and how much larger. */
    record View(double left, double top, double zoom) {
        /** The whole table. */
        static final View TABLE = new View(0, 0, 1);

        /** The place of the label, filling two thirds of the picture. */
        static final View LABEL = new View(312, 192, 2);
    }

    /** A label as it is painted: flat, and slanted in the hand. */
    private record Label(String text, YuvCanvas.Sprite flat, List<YuvCanvas.Sprite> slanted) {}

    private final int width;
    private final int height;
    private final double scaleX;
    private final double scaleY;
    private final View view;
    private final boolean cells;
    private final DemoProps props;
    private final YuvCanvas empty;
    private final YuvCanvas.Sprite inside;
    private final YuvCanvas.Sprite open;
    private final YuvCanvas.Sprite shut;
    private final YuvCanvas.Sprite shadow;
    private final YuvCanvas.Sprite mug;
    private final YuvCanvas.Sprite paper;
    private final YuvCanvas.Sprite hand;
    private final YuvCanvas.Sprite leftHand;
    private final YuvCanvas.Sprite tape;
    private final YuvCanvas.Sprite dispenser;
    private volatile DemoTable table;
    // One stage at a time: all of them would be a dozen megabytes for one second of closing.
    private YuvCanvas.Sprite closing;
    private int stage;
    private Label label;
    private Label before;

    DemoScene(int width, int height, double framesPerSecond, boolean cells, String waybill) {
        this(width, height, View.TABLE, cells, new DemoTable(framesPerSecond, waybill));
    }

    DemoScene(int width, int height, View view, boolean cells, DemoTable table) {
        this.width = width;
        this.height = height;
        this.view = view;
        this.cells = cells;
        this.table = table;
        scaleX = width * view.zoom / 1280.0;
        scaleY = height * view.zoom / 720.0;
        props = new DemoProps((int) (width * view.zoom), (int) (height * view.zoom));
        empty = new YuvCanvas(width, height);
        lay(empty, props.table(), 0, 0);
        inside = props.inside();
        open = props.carton(0, 0);
        shut = props.carton(1, 1);
        closing = open;
        shadow = props.cartonShadow();
        mug = props.mug();
        paper = props.paper();
        hand = props.hand();
        leftHand = props.leftHand();
        tape = props.tape();
        dispenser = props.dispenser();
        label = label(table.at(0).waybill());
        before = label;
    }

    private Label label(String waybill) {
        BufferedImage image = DemoLabel.draw(waybill, Math.min(scaleX, scaleY));
        List<YuvCanvas.Sprite> slanted = new ArrayList<>();
        for (int degrees = 12; degrees > 0; degrees -= 3)
            slanted.add(props.slanted(image, degrees));
        return new Label(waybill, new YuvCanvas.Sprite(image), slanted);
    }

    /** Sets the waybill that the label shows from the next frame on. */
    public void waybill(String text) {
        table.waybill(text);
    }

    /** Puts a new parcel on the table from the next frame on; its label carries this waybill. */
    public void nextParcel(String text) {
        table.nextParcel(text);
    }

    DemoTable table() {
        return table;
    }

    /** Looks at another camera's table from the next frame on. */
    void look(DemoTable other) {
        table = other;
    }

    YuvCanvas canvas() {
        return new YuvCanvas(width, height);
    }

    /** Paints the frame of this running number; numbers must rise. */
    void paint(long number, YuvCanvas canvas) {
        paint(number, number, canvas);
    }

    /** Paints a moment of the table and writes the running number of this camera's frame on it. */
    void paint(long number, long moment, YuvCanvas canvas) {
        DemoTable seen = table;
        DemoTable.Parcel parcel = seen.at(moment);
        follow(parcel);
        double t = Math.max(0, moment - parcel.start()) / seen.framesPerSecond();
        canvas.copy(empty);
        double in = ease(t, 0.1, 0.8);
        if (parcel.packedBefore() && t < 0.7) packed(canvas, before, -1100 * ease(t, 0, 0.65));
        double away = 1150 * (1 - in);
        if (t < 4.05) open(canvas, t, away);
        else if (t < 5.05) closing(canvas, t);
        else closed(canvas, t);
        if (cells) FrameCells.draw(number, canvas);
    }

    private void follow(DemoTable.Parcel parcel) {
        if (!parcel.before().equals(before.text))
            before = parcel.before().equals(label.text) ? label : label(parcel.before());
        if (!parcel.waybill().equals(label.text)) label = label(parcel.waybill());
    }

    private void open(YuvCanvas canvas, double t, double away) {
        lay(canvas, shadow, CARTON_X + away, CARTON_Y);
        lay(canvas, inside, CARTON_X + DemoProps.BOX.getX() + away, boxY());
        double bring = ease(t, 0.9, 2.0);
        double leave = ease(t, 2.4, 2.95);
        double mugX = 1330 + (520 - 1330) * bring;
        double mugY = 470 + (272 - 470) * bring - 46 * Math.sin(Math.PI * bring);
        if (t >= 0.9 && bring >= 1) lay(canvas, mug, mugX, mugY);
        double paperIn = ease(t, 2.95, 3.5);
        if (paperIn >= 1) lay(canvas, paper, 430, 256);
        lay(canvas, open, CARTON_X + away, CARTON_Y);
        if (t >= 0.9 && bring < 1) lay(canvas, mug, mugX, mugY);
        if (t >= 0.9 && leave < 1)
            lay(canvas, hand, mugX + 70 + 800 * leave, mugY - 24 + 330 * leave);
        if (t >= 2.95) {
            double x = 1330 + (430 - 1330) * paperIn;
            double y = 560 + (256 - 560) * paperIn;
            double back = ease(t, 3.6, 4.05);
            if (paperIn < 1) lay(canvas, paper, x, y);
            lay(canvas, hand, x + 190 + 800 * back, y + 40 + 330 * back);
        }
    }

    private void closing(YuvCanvas canvas, double t) {
        double sides = ease(t, 4.05, 4.55);
        double fronts = ease(t, 4.5, 5.05);
        lay(canvas, shadow, CARTON_X, CARTON_Y);
        lay(canvas, inside, CARTON_X + DemoProps.BOX.getX(), boxY());
        lay(canvas, mug, 520, 272);
        lay(canvas, paper, 430, 256);
        lay(canvas, t < 4.52 ? closing(sides, 0) : closing(1, fronts), CARTON_X, CARTON_Y);
        double reach = 170 * ease(t, 4.05, 4.5) - 900 * ease(t, 4.75, 5.05);
        lay(canvas, hand, 820 - reach, 300 - reach * 0.2);
        lay(canvas, leftHand, -190 + reach, 300 - reach * 0.2);
    }

    private YuvCanvas.Sprite closing(double sides, double fronts) {
        int asked = (int) (Math.round(sides * STAGES) + Math.round(fronts * STAGES));
        if (asked != stage) {
            stage = asked;
            closing =
                    props.carton(
                            Math.min(asked, STAGES) / (double) STAGES,
                            Math.max(asked - STAGES, 0) / (double) STAGES);
        }
        return closing;
    }

    private void closed(YuvCanvas canvas, double t) {
        carton(canvas, 0);
        double taped = ease(t, 5.15, 5.75);
        double seamX = CARTON_X + DemoProps.BOX.getX() - 4;
        double seamY = boxY() + DemoProps.BOX.getHeight() / 2 - 29;
        canvas.lay(
                tape,
                (seamX - view.left) * scaleX,
                (seamY - view.top) * scaleY,
                (int) (tape.width * taped));
        if (t < 6.0) {
            double back = 700 * ease(t, 5.75, 6.0);
            double x = seamX + 484 * taped + back;
            lay(canvas, dispenser, x - 24, seamY - 40 + back * 0.5);
            lay(canvas, hand, x + 50, seamY - 70 + back * 0.5);
        }
        double slide = ease(t, 6.0, 6.6);
        if (t < 6.0) return;
        double x = 1330 + (labelX() - 1330) * slide;
        double y = 420 + (labelY() - 420) * slide;
        if (slide >= 1) {
            lay(canvas, label.flat, labelX(), labelY());
        } else {
            YuvCanvas.Sprite slanted =
                    label.slanted.get(
                            (int) Math.min(slide * label.slanted.size(), label.slanted.size() - 1));
            double shiftX = (slanted.width - label.flat.width) / 2.0 / scaleX;
            double shiftY = (slanted.height - label.flat.height) / 2.0 / scaleY;
            lay(canvas, slanted, x - shiftX, y - shiftY);
        }
        double back = ease(t, 6.75, 7.1);
        if (back < 1) lay(canvas, hand, x + 330 + 500 * back, y + 150 + 300 * back);
    }

    private void packed(YuvCanvas canvas, Label its, double shift) {
        carton(canvas, shift);
        lay(
                canvas,
                tape,
                CARTON_X + DemoProps.BOX.getX() - 4 + shift,
                boxY() + DemoProps.BOX.getHeight() / 2 - 29);
        lay(canvas, its.flat, labelX() + shift, labelY());
    }

    private void carton(YuvCanvas canvas, double shift) {
        lay(canvas, shadow, CARTON_X + shift, CARTON_Y);
        lay(canvas, shut, CARTON_X + shift, CARTON_Y);
    }

    private static double boxY() {
        return CARTON_Y + DemoProps.BOX.getY();
    }

    private static double labelX() {
        return CARTON_X + DemoProps.BOX.getX() + 30;
    }

    private static double labelY() {
        return boxY() + 22;
    }

    private void lay(YuvCanvas canvas, YuvCanvas.Sprite sprite, double x, double y) {
        canvas.lay(sprite, (x - view.left) * scaleX, (y - view.top) * scaleY);
    }

    /** Returns how far a movement between two times has come, gently begun and ended. */
    private static double ease(double t, double from, double to) {
        double part = Math.clamp((t - from) / (to - from), 0, 1);
        return part * part * (3 - 2 * part);
    }

    /**
     * Reads the running number out of a picture of any size; empty where there is none or its check
     * fails. The cells are described in life-of-a-recording.md.
     */
    public static OptionalLong readNumber(Grey picture) {
        return FrameCells.read(picture);
    }

    /** Returns the merchant's product picture, 1600 x 1200, always the same. */
    public static BufferedImage listingPicture() {
        return ListingPicture.draw();
    }

    /** Returns the merchant's product picture as a JPEG file. */
    public static byte[] listingJpeg() {
        return ListingPicture.jpeg();
    }
}
