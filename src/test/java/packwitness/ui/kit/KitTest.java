package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.storage.StorageProblem;
import packwitness.text.Explanation;
import packwitness.value.Failure;
import packwitness.value.Lang;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;

class KitTest {
    @TempDir private Path folder;

    @Test
    void aBoundTextFollowsTheLanguage() {
        Words words = new Words(Lang.ZH);
        var text = words.text("ui.place.DESK");
        assertEquals("打包台", text.get());
        words.speak(Lang.EN);
        assertEquals("Packing", text.get());
    }

    @Test
    void troubleIsToldInThreePartsWithACode() {
        Explanation told =
                new Words(Lang.ZH).explain(new Failure(StorageProblem.DISK_FULL, "D:\\证据"));
        assertTrue(told.what().contains("D:\\证据"));
        assertFalse(told.safe().isBlank());
        assertFalse(told.todo().isBlank());
        assertTrue(told.code().startsWith("PW-STORAGE-"));
    }

    @Test
    void aMistakeOfOursHasACodeAndNoClassName() {
        Explanation told = new Words(Lang.EN).explain(new IllegalStateException("inner"));
        assertTrue(told.code().matches("PW-MISTAKE-[0-9A-F]{4}"));
        assertFalse(told.what().contains("inner"));
    }

    @Test
    void everyToneSoundsDifferent() {
        Set<String> heard = new HashSet<>();
        for (Tone tone : Tone.values()) {
            byte[] samples = Samples.of(tone, 8_000);
            assertTrue(samples.length > 0);
            heard.add(Arrays.toString(samples));
        }
        assertEquals(Tone.values().length, heard.size());
    }

    @Test
    void tonesBeginAndEndWithoutAClick() {
        byte[] samples = Samples.of(Tone.STARTED, 44_100);
        assertEquals(0, samples[0]);
        assertTrue(Math.abs(samples[samples.length - 1]) < 8);
    }

    @Test
    void everyStateHasAShapeOfItsOwn() {
        Set<String> shapes = new HashSet<>();
        for (Mark mark : Mark.values()) shapes.add(mark.outline());
        assertEquals(Mark.values().length, shapes.size());
    }

    @Test
    void thePngIsReadBackByAnotherProgram() throws IOException {
        WritableImage image = new WritableImage(3, 2);
        int[] pixels = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xff102030, 0xffffffff, 0xff000000};
        image.getPixelWriter()
                .setPixels(0, 0, 3, 2, PixelFormat.getIntArgbInstance(), pixels, 0, 3);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Picture.png(image)));
        for (int i = 0; i < pixels.length; i++)
            assertEquals(pixels[i], read.getRGB(i % 3, i / 3) | 0xff000000);
    }

    @Test
    void settingsSurviveARestartAndADamagedFileIsForgiven() throws IOException {
        Path file = folder.resolve("deep").resolve("desktop.properties");
        Settings settings = Settings.read(file);
        assertEquals(Lang.ZH, settings.lang());
        assertEquals(Optional.empty(), settings.vault());
        settings.lang(Lang.EN);
        settings.vault(folder.resolve("证据"));
        assertEquals(Lang.EN, Settings.read(file).lang());
        assertEquals(Optional.of(folder.resolve("证据")), Settings.read(file).vault());
        Files.writeString(file, "lang=\\u12");
        assertEquals(Lang.ZH, Settings.read(file).lang());
    }

    @Test
    void lengthsReadLikeAClock() {
        assertEquals("1:04", Times.length(Duration.ofSeconds(64)));
        assertEquals("1:02:33", Times.length(Duration.ofSeconds(3753)));
        assertEquals("0:04.36", Times.exact(Duration.ofMillis(4367)));
        assertNotEquals("", Times.length(Duration.ofSeconds(-1)));
    }
}
