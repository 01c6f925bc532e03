package packwitness.capture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.util.Arrays;

/** Pixels copied out of a picture, red green blue or blue green red; nobody changes them. */
record Pixels(int width, int height, boolean redFirst, byte[] bytes, long arrivalNanos) {
    private static final int EACH = 3;

    /** Copies a picture of any kind; drivers use their own memory again for the next one. */
    static Pixels of(BufferedImage image, long arrivalNanos) {
        int width = image.getWidth();
        int height = image.getHeight();
        Raster raster = image.getRaster();
        if (raster.getDataBuffer() instanceof DataBufferByte buffer
                && raster.getSampleModel() instanceof ComponentSampleModel model
                && model.getNumBands() == EACH
                && model.getPixelStride() == EACH
                && model.getScanlineStride() == width * EACH
                && raster.getSampleModelTranslateX() == 0
                && raster.getSampleModelTranslateY() == 0
                && buffer.getOffset() == 0
                && buffer.getData().length >= width * height * EACH) {
            int[] bands = model.getBandOffsets();
            boolean red = Arrays.equals(bands, new int[] {0, 1, 2});
            if (red || Arrays.equals(bands, new int[] {2, 1, 0}))
                return new Pixels(
                        width,
                        height,
                        red,
                        Arrays.copyOf(buffer.getData(), width * height * EACH),
                        arrivalNanos);
        }
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = plain.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        byte[] bytes = ((DataBufferByte) plain.getRaster().getDataBuffer()).getData();
        return new Pixels(width, height, false, bytes, arrivalNanos);
    }

    /** Returns whether both show the same to the last bit, which no lens does twice. */
    boolean same(Pixels other) {
        return width == other.width && height == other.height && Arrays.equals(bytes, other.bytes);
    }
}
