package packwitness.shop;

import packwitness.capture.BundledFont;
import packwitness.ledger.EntryKind;
import packwitness.ledger.Facts;
import packwitness.storage.EvidenceFolder;
import packwitness.storage.StorageProblem;
import packwitness.value.Failure;
import packwitness.value.Sha256;
import packwitness.value.ShipmentId;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/**
 * A copy of a picture for those who need not see faces and addresses: parts are painted over, a
 * strip below says what it is, and nothing but pixels is taken over. The picture stays as it is.
 */
public final class RedactedCopy {
    /** Stands in the picture, and the first part in the name of the file. */
    public static final String WORDS = "副本（已遮盖） redacted copy";

    private static final String NAME = "副本-已遮盖";
    private static final int LEAST_STRIP = 28;

    /** A part to be painted over, in pixels from the upper left corner. */
    public record Box(int x, int y, int width, int height) {
        public Box {
            if (x < 0 || y < 0 || width <= 0 || height <= 0)
                throw new IllegalArgumentException("box");
        }

        @Override
        public String toString() {
            return x + "," + y + "," + width + "," + height;
        }
    }

    /** A copy on the disk, always PNG. */
    public record Made(Path file, Sha256 source, Sha256 copy) {}

    private RedactedCopy() {}

    /**
     * Writes the copy and notes it in the ledger with both hashes; no file is written over.
     *
     * @param of the parcel to which the picture belongs, where one is named
     * @param out the name of the copy; that it is one is put into the name where it is missing
     */
    public static Made make(
            Shop shop, Path picture, List<Box> boxes, Optional<ShipmentId> of, Path out)
            throws Failure {
        byte[] bytes = read(picture);
        BufferedImage copy = paint(decode(bytes, picture), boxes);
        Path file = named(out);
        Sha256 source = Sha256.of(bytes);
        write(copy, file, source);
        Made made = new Made(file, source, hash(file));
        shop.vault()
                .database()
                .write(tx -> {
                    Facts facts =
                            Facts.of()
                                    .with("what", "redacted copy")
                                    .with(KnownCopies.SOURCE, made.source())
                                    // No name in sha256: a copy must never pass for what it shows.
                                    .with("redacted_copy", made.copy())
                                    .with(
                                            "boxes",
                                            boxes.stream()
                                                    .map(Box::toString)
                                                    .collect(Collectors.joining(";")));
                    of.ifPresent(facts::shipment);
                    return shop.ledger().append(tx, EntryKind.EXPORT, facts);
                });
        return made;
    }

    static BufferedImage paint(BufferedImage picture, List<Box> boxes) {
        int strip = Math.max(LEAST_STRIP, picture.getHeight() / 18);
        BufferedImage copy =
                new BufferedImage(
                        picture.getWidth(),
                        picture.getHeight() + strip,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D g = copy.createGraphics();
        g.drawImage(picture, 0, 0, null);
        g.setColor(Color.BLACK);
        for (Box box : boxes) g.fillRect(box.x(), box.y(), box.width(), box.height());
        g.setColor(Color.WHITE);
        g.fillRect(0, picture.getHeight(), picture.getWidth(), strip);
        g.setColor(new Color(0xb00020));
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        float size = strip * 0.6f;
        g.setFont(BundledFont.regular(size));
        float fitting =
                Math.min(1f, (picture.getWidth() - 12f) / g.getFontMetrics().stringWidth(WORDS));
        g.setFont(BundledFont.regular(Math.max(6f, size * fitting)));
        g.drawString(WORDS, 6, picture.getHeight() + (int) (strip * 0.72f));
        g.dispose();
        return copy;
    }

    private static Path named(Path out) {
        String name = String.valueOf(out.getFileName()).replaceFirst("[.][A-Za-z]{2,4}$", "");
        return out.resolveSibling((name.contains(NAME) ? name : name + "-" + NAME) + ".png");
    }

    private static byte[] read(Path picture) throws Failure {
        try {
            return Files.readAllBytes(picture);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, picture);
        }
    }

    private static BufferedImage decode(byte[] bytes, Path picture) throws Failure {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) throw new Failure(ShopProblem.NO_PICTURE, picture);
            return image;
        } catch (IOException | RuntimeException e) {
            // Damaged pictures make the decoders throw what they like.
            throw new Failure(ShopProblem.NO_PICTURE, e, picture);
        }
    }

    private static void write(BufferedImage copy, Path file, Sha256 source) throws Failure {
        if (Files.exists(file)) throw new Failure(StorageProblem.FILE_EXISTS, file);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            if (!ImageIO.write(copy, "png", png)) throw new IllegalStateException("no PNG writer");
            Files.write(
                    file,
                    CopyMark.inPng(png.toByteArray(), Handed.Kind.REDACTED, source),
                    StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new Failure(StorageProblem.NOT_WRITABLE, e, file);
        }
    }

    private static Sha256 hash(Path file) throws Failure {
        try {
            return EvidenceFolder.hash(file);
        } catch (IOException e) {
            throw new Failure(StorageProblem.FILE_UNREADABLE, e, file);
        }
    }
}
