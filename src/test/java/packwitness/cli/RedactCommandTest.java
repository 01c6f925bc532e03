package packwitness.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.shop.Shop;
import packwitness.shop.ShopSettings;
import packwitness.storage.EvidenceFolder;
import packwitness.value.Lang;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

import javax.imageio.ImageIO;

class RedactCommandTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    @TempDir Path folder;

    @Test
    void copyHidesThePartSaysWhatItIsAndTheLedgerHoldsBothHashes() throws Exception {
        Path vault = folder.resolve("vault");
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        Shop.open(vault, settings, CLOCK).close();
        Path picture = picture();
        byte[] before = Files.readAllBytes(picture);
        JsonNode made = run(vault, settings, picture, ExitCode.DONE, "10,20,30,40", "90,0,500,9");
        Path copy = Path.of(made.path("file").asText());
        assertTrue(copy.getFileName().toString().contains("副本-已遮盖"), copy.toString());
        assertArrayEquals(before, Files.readAllBytes(picture));
        BufferedImage image = ImageIO.read(copy.toFile());
        assertEquals(0xff000000, image.getRGB(10, 20));
        assertEquals(0xff000000, image.getRGB(39, 59));
        assertEquals(0xff00ff00, image.getRGB(9, 20));
        assertTrue(image.getHeight() > 100, "a strip with the words stands below");
        boolean ink = false;
        for (int x = 0; x < image.getWidth(); x++)
            for (int y = 100; y < image.getHeight(); y++) ink |= image.getRGB(x, y) == 0xffb00020;
        assertTrue(ink, "the words are there");
        try (Shop shop = Shop.openExisting(vault, settings, CLOCK)) {
            String row =
                    shop.vault()
                            .database()
                            .read(tx ->
                                    tx.first(
                                                    "SELECT CAST(body AS TEXT) AS b FROM"
                                                            + " ledger_row WHERE kind = 'EXPORT'",
                                                    one -> one.text("b"))
                                            .orElseThrow());
            assertTrue(row.contains("source_sha256 " + EvidenceFolder.hash(picture)), row);
            assertTrue(row.contains("redacted_copy " + EvidenceFolder.hash(copy)), row);
            assertTrue(row.contains("who.salted"), row);
        }
        run(vault, settings, picture, ExitCode.NOT_DONE, "10,20,30,40");
    }

    @Test
    void fileThatIsNoPictureIsRefusedInWords() throws Exception {
        Path vault = folder.resolve("vault");
        ShopSettings settings = new ShopSettings("test", folder.resolve("passphrase"), 1);
        Shop.open(vault, settings, CLOCK).close();
        Path text = Files.writeString(folder.resolve("a.jpg"), "no picture");
        run(vault, settings, text, ExitCode.NOT_DONE, "1,1,1,1");
    }

    private Path picture() throws Exception {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 200; x++) for (int y = 0; y < 100; y++) image.setRGB(x, y, 0x00ff00);
        Path file = folder.resolve("label.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private JsonNode run(
            Path vault, ShopSettings settings, Path picture, int expected, String... boxes)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Desk desk =
                new Desk(
                        CLOCK,
                        settings,
                        vault,
                        Lang.EN,
                        InputStream.nullInputStream(),
                        print,
                        new PrintStream(new ByteArrayOutputStream()));
        var arguments = new java.util.ArrayList<String>();
        arguments.add("redact");
        arguments.add(picture.toString());
        for (String box : boxes) arguments.add("--box=" + box);
        arguments.add("--out=" + folder.resolve("shown/label.jpg"));
        arguments.add("--vault=" + vault);
        arguments.add("--json");
        assertEquals(expected, Cli.run(desk, arguments.toArray(String[]::new)), out.toString());
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
