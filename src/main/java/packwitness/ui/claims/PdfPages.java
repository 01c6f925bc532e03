package packwitness.ui.claims;

import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.util.function.BiPredicate;

/** Draws the pages of a paper of our own as pictures; any thread, takes time. */
final class PdfPages {
    /** Pages beyond these are read in the finished PDF. */
    static final int MOST = 24;

    private static final float DOTS = 96;

    private PdfPages() {}

    /**
     * Hands over one page after the other, from the first asked for, with the number of all pages,
     * until the taker has enough.
     */
    static void each(byte[] pdf, int first, BiPredicate<Image, Integer> taker) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            int pages = document.getNumberOfPages();
            for (int page = first; page < Math.min(pages, MOST); page++)
                if (!taker.test(image(renderer, page), pages)) return;
        } catch (IOException e) {
            // The bytes were written by ourselves a moment ago.
            throw new UncheckedIOException(e);
        }
    }

    private static Image image(PDFRenderer renderer, int page) throws IOException {
        BufferedImage drawn = renderer.renderImageWithDPI(page, DOTS, ImageType.RGB);
        int width = drawn.getWidth();
        int height = drawn.getHeight();
        int[] pixels = drawn.getRGB(0, 0, width, height, null, 0, width);
        return new WritableImage(
                new PixelBuffer<>(
                        width,
                        height,
                        IntBuffer.wrap(pixels),
                        PixelFormat.getIntArgbPreInstance()));
    }
}
