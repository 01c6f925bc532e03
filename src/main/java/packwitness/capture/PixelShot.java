package packwitness.capture;

/** A shot that holds raw pixels, three bytes each, the rows without padding. */
final class PixelShot extends Shot {
    private final int width;
    private final int height;
    private final Pixels pixels;

    PixelShot(long number, Pixels pixels) {
        super(number, pixels.arrivalNanos(), true);
        this.pixels = pixels;
        width = pixels.width();
        height = pixels.height();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Pixels pixels() {
        return pixels;
    }

    @Override
    public void close() {
        // The pixels are the collector's.
    }
}
