package packwitness.dossier.print;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;

import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfContentByte;

import packwitness.dossier.paper.Picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/**
 * Turns pictures into what a page can carry: JPEG bytes as they are, other formats drawn anew from
 * a copy. One thread; one paper.
 */
final class Pictures {
    private static final int MOST_PIXELS = 120_000_000;
    private static final int LONGEST_SIDE = 2000;
    private static final float QUALITY = 0.92f;

    private final Map<Picture, Optional<Ready>> ready = new IdentityHashMap<>();

    /** Copies of one image share its bytes in the file, wherever they are shown. */
    private final Map<Ready, Image> images = new IdentityHashMap<>();

    private boolean draft;

    private record Ready(byte[] jpeg, int width, int height, int clockwise) {
        int shownWidth() {
            return clockwise % 180 == 0 ? width : height;
        }

        int shownHeight() {
            return clockwise % 180 == 0 ? height : width;
        }
    }

    /** In a draft only the sizes count, so empty frames stand in for the pictures. */
    void draft(boolean only) {
        draft = only;
        images.clear();
    }

    /** Returns the picture scaled into the box, absent where it cannot be decoded. */
    Optional<Image> fit(PdfContentByte page, Picture picture, float width, float height) {
        return ready.computeIfAbsent(picture, Pictures::prepare)
                .map(found -> scaled(page, found, width, height));
    }

    private Image scaled(PdfContentByte page, Ready found, float width, float height) {
        try {
            float scale = Math.min(width / found.shownWidth(), height / found.shownHeight());
            Image first = images.get(found);
            if (first == null) images.put(found, first = plain(page, found));
            Image image = Image.getInstance(first);
            image.setInterpolation(false);
            image.setRotationDegrees(-found.clockwise());
            image.scaleAbsolute(found.width() * scale, found.height() * scale);
            return image;
        } catch (IOException e) {
            throw new IllegalStateException("a prepared picture", e);
        }
    }

    /** The same sizes by the same arithmetic, or the draft's page breaks would not hold. */
    private Image plain(PdfContentByte page, Ready found) throws IOException {
        return draft
                ? Image.getInstance(page.createTemplate(found.width(), found.height()))
                : Image.getInstance(found.jpeg());
    }

    private static Optional<Ready> prepare(Picture picture) {
        byte[] bytes = picture.raw();
        try {
            if (plainJpeg(bytes)) {
                Image image = Image.getInstance(bytes);
                return Optional.of(
                        new Ready(
                                bytes,
                                (int) image.getPlainWidth(),
                                (int) image.getPlainHeight(),
                                clockwise(bytes)));
            }
            return redrawn(bytes);
        } catch (IOException | RuntimeException e) {
            // A hostile picture is a finding of another room; here its frame stays empty.
            return Optional.empty();
        }
    }

    /** Returns whether these are whole JPEG bytes of one or three channels. */
    private static boolean plainJpeg(byte[] bytes) throws IOException {
        if (bytes.length < 4 || (bytes[0] & 0xff) != 0xff || (bytes[1] & 0xff) != 0xd8)
            return false;
        int channels = Image.getInstance(bytes).getColorspace();
        return (channels == 1 || channels == 3) && endsAsJpeg(bytes);
    }

    /** A JPEG that was cut off has no end mark; readers of PDF disagree on such. */
    private static boolean endsAsJpeg(byte[] bytes) {
        for (int i = bytes.length - 2; i > Math.max(0, bytes.length - 65_536); i--)
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xd9) return true;
        return false;
    }

    /** Returns the picture as it is shown, turned upright, absent where it cannot be decoded. */
    static Optional<BufferedImage> shown(Picture picture) {
        try {
            Optional<Ready> drawn = redrawn(picture.raw());
            if (drawn.isEmpty()) return Optional.empty();
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(drawn.get().jpeg()));
            return Optional.of(turned(read, clockwise(picture.raw()) / 90));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) return picture;
        boolean upright = quarters % 2 == 0;
        int width = upright ? picture.getWidth() : picture.getHeight();
        int height = upright ? picture.getHeight() : picture.getWidth();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = turned.createGraphics();
        pen.translate(width / 2.0, height / 2.0);
        pen.rotate(quarters * Math.PI / 2);
        pen.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private static Optional<Ready> redrawn(byte[] bytes) throws IOException {
        try (ImageInputStream in =
                ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return redrawn(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Optional<Ready> redrawn(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) return Optional.empty();
        int step = Math.max(1, Math.ceilDiv(Math.max(width, height), LONGEST_SIDE));
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, every);
        BufferedImage plain =
                new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = plain.createGraphics();
        pen.drawImage(read, 0, 0, Color.WHITE, null);
        pen.dispose();
        return Optional.of(new Ready(jpeg(plain, QUALITY), plain.getWidth(), plain.getHeight(), 0));
    }

    static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var target = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(target);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    /** Returns by how many degrees a phone asks its picture to be turned for showing. */
    private static int clockwise(byte[] bytes) {
        try {
            var exif =
                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                            .getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) return 0;
            return switch (exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)) {
                case 3 -> 180;
                case 6 -> 90;
                case 8 -> 270;
                default -> 0;
            };
        } catch (ImageProcessingException | MetadataException | IOException e) {
            return 0;
        }
    }
}
