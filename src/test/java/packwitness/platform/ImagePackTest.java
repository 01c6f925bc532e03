package packwitness.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.platform.PlatformRule.Format;
import packwitness.platform.Statement.Sentence;
import packwitness.value.Failure;
import packwitness.value.Wording;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import javax.imageio.ImageIO;

final class ImagePackTest {
    private static final List<Sentence> SENTENCES =
            List.of(
                    new Sentence(5, "请人工复核本单。"),
                    new Sentence(1, "录像自贴单至封箱未中断，字段𠮷也算一个字。"),
                    new Sentence(4, "买家图片与本店商品图系同一画面，标号处不同。"),
                    new Sentence(2, "原始文件的校验值可以核对。"));

    @TempDir Path folder;

    @Test
    void whateverTheRuleThePackObeysIt() throws Exception {
        Random random = new Random(20261122);
        int refusals = 0;
        for (int round = 0; round < 60; round++) {
            PlatformRule rule = randomRule(random);
            if (rule.images().most() == 0 && rule.text().most() == 0) continue;
            Path target = folder.resolve("pack" + round);
            List<Captioned> pictures = pictures(random, random.nextInt(7));
            ImagePack pack;
            try {
                pack = ImagePack.write(rule, pictures, SENTENCES, target);
            } catch (Failure refused) {
                // All sentences are longer than what is asked, so only a limit above can forbid it.
                assertEquals(PlatformProblem.TEXT_TOO_SHORT, refused.problem());
                assertFalse(Files.exists(target), "nothing is left of what was refused");
                refusals++;
                continue;
            }
            assertTrue(pack.pictures().size() <= rule.images().most(), rule.toString());
            assertEquals(pictures.size(), pack.shown() + pack.leftOut());
            for (Path file : pack.pictures()) {
                assertTrue(Files.size(file) <= rule.images().bytes(), rule.toString());
                BufferedImage read = ImageIO.read(file.toFile());
                long pixels = (long) read.getWidth() * read.getHeight();
                assertTrue(pixels <= rule.images().pixels(), rule.toString());
                String name = file.getFileName().toString();
                assertTrue(name.matches("[a-z0-9.]+") && name.length() <= rule.names());
                assertTrue(
                        name.endsWith(
                                rule.images().formats().getFirst() == Format.PNG ? "png" : "jpg"));
            }
            for (Path file : pack.files())
                assertTrue(
                        file.getFileName().toString().matches("[a-z0-9.]{1,16}"), rule.toString());
            int characters = pack.text().codePointCount(0, pack.text().length());
            assertTrue(characters >= rule.text().least(), rule.toString());
            assertTrue(characters <= rule.text().most(), rule.toString());
            assertTrue(
                    Statement.bytes(pack.text()) <= rule.text().bytes().orElse(Integer.MAX_VALUE));
        }
        assertTrue(refusals > 0 && refusals < 40, "refused " + refusals);
    }

    @Test
    void fourNoisyFramesFitTheSmallestChannel() throws Exception {
        PlatformRule taobao = PlatformRules.shipped().named("taobao-refuse");
        ImagePack pack = ImagePack.write(taobao, pictures(new Random(1), 4), SENTENCES, folder);
        assertEquals(1, pack.pictures().size());
        assertEquals(4, pack.shown());
        assertTrue(Files.size(pack.pictures().getFirst()) <= 130_000);
        assertTrue(ImageIO.read(pack.pictures().getFirst().toFile()).getWidth() >= 800);
    }

    @Test
    void picturesStandAloneAsLongAsThereAreFilesEnough() throws Failure, IOException {
        List<Captioned> five = pictures(new Random(2), 5);
        assertEquals(List.of(1, 1, 1, 1, 1), sizes(ImagePack.sheets(five, 20)));
        assertEquals(List.of(2, 1, 1, 1), sizes(ImagePack.sheets(five, 4)));
        assertEquals(List.of(4), sizes(ImagePack.sheets(five, 1)));
        assertEquals(List.of(), sizes(ImagePack.sheets(five, 0)));
    }

    private static List<Integer> sizes(List<List<Captioned>> sheets) {
        return sheets.stream().map(List::size).toList();
    }

    @Test
    void whatMattersMostIsKeptInItsOwnOrder() {
        var twoSentences = new PlatformRule.Text(0, 32, OptionalInt.empty());
        assertEquals("请人工复核本单。买家图片与本店商品图系同一画面，标号处不同。", Statement.within(twoSentences, SENTENCES));
        var bytes = new PlatformRule.Text(0, 500, OptionalInt.of(30));
        assertEquals("请人工复核本单。", Statement.within(bytes, SENTENCES));
        var few = new PlatformRule.Text(0, 4, OptionalInt.empty());
        assertEquals("请人工…", Statement.within(few, SENTENCES));
    }

    @Test
    void aChannelThatTakesNothingIsNamed() {
        PlatformRule nothing = rule(0, 10_000, 5_000, Format.JPG, 0, OptionalInt.empty());
        Failure failure =
                assertThrows(
                        Failure.class,
                        () -> ImagePack.write(nothing, List.of(), SENTENCES, folder));
        assertEquals(PlatformProblem.TAKES_NOTHING, failure.problem());
        assertFalse(Files.exists(folder.resolve("text.txt")));
    }

    private static PlatformRule randomRule(Random random) {
        int characters = random.nextInt(80);
        return rule(
                random.nextInt(6),
                10_000 + random.nextInt(200_000),
                RuleReader.LEAST_PIXELS + random.nextInt(1_500_000),
                random.nextInt(4) == 0 ? Format.PNG : Format.JPG,
                random.nextInt(3) == 0 ? random.nextInt(characters + 1) : 0,
                characters,
                random.nextBoolean() ? OptionalInt.of(random.nextInt(200)) : OptionalInt.empty());
    }

    private static PlatformRule rule(
            int most, long bytes, long pixels, Format format, int characters, OptionalInt length) {
        return rule(most, bytes, pixels, format, 0, characters, length);
    }

    private static PlatformRule rule(
            int most,
            long bytes,
            long pixels,
            Format format,
            int least,
            int characters,
            OptionalInt length) {
        return new PlatformRule(
                "test",
                new Wording("测试", "test"),
                new Wording("测试", "test"),
                new PlatformRule.Images(most, bytes, pixels, List.of(format)),
                Optional.empty(),
                new PlatformRule.Text(least, characters, length),
                RuleReader.LEAST_NAME,
                Optional.empty(),
                true,
                "test",
                LocalDate.EPOCH,
                "test");
    }

    /** Noise is the worst that can be asked of a picture's size. */
    private static List<Captioned> pictures(Random random, int count) {
        List<Captioned> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = 200 + random.nextInt(400);
            int height = 150 + random.nextInt(300);
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < height; y++)
                for (int x = 0; x < width; x++)
                    picture.setRGB(x, y, (x * 255 / width << 8) + random.nextInt(48));
            pictures.add(new Captioned(picture, "画面 " + i + "　08:35:2" + i));
        }
        return pictures;
    }
}
