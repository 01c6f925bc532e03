package packwitness.ui.claims;

import packwitness.inspect.compare.Box;

/**
 * Which part of a picture is looked at, and how large; pictures beside each other share it.
 *
 * @param scale screen pixels for one pixel of ours
 * @param x the point in the middle of the view, in pixels of ours
 */
record StageLook(double scale, double x, double y) {
    static final double LARGEST = 16;
    private static final double AROUND = 3;

    /** Returns the look that shows the whole picture. */
    static StageLook whole(double width, double height, double viewWidth, double viewHeight) {
        double scale = Math.min(viewWidth / width, viewHeight / height);
        return new StageLook(Math.max(0.001, scale), width / 2, height / 2);
    }

    /** Returns the look at one region with its surroundings. */
    static StageLook at(Box box, double viewWidth, double viewHeight) {
        double scale =
                Math.min(viewWidth / (AROUND * box.width()), viewHeight / (AROUND * box.height()));
        return new StageLook(
                Math.clamp(scale, 0.05, 4),
                box.x() + box.width() / 2.0,
                box.y() + box.height() / 2.0);
    }

    /** Returns the look enlarged so that the point so far from the middle stays where it is. */
    StageLook zoom(double factor, double fromMiddleX, double fromMiddleY) {
        double next = Math.clamp(scale * factor, 0.01, LARGEST);
        double pointX = x + fromMiddleX / scale;
        double pointY = y + fromMiddleY / scale;
        return new StageLook(next, pointX - fromMiddleX / next, pointY - fromMiddleY / next);
    }

    /** Returns the look moved by screen pixels, its middle kept inside the picture. */
    StageLook pan(double byX, double byY, double width, double height) {
        return new StageLook(
                scale,
                Math.clamp(x - byX / scale, 0, width),
                Math.clamp(y - byY / scale, 0, height));
    }

    StageLook scaled(double next) {
        return new StageLook(Math.clamp(next, 0.01, LARGEST), x, y);
    }
}
