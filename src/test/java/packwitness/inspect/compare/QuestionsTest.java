package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/** What is drawn for the human eye. */
class QuestionsTest {
    @Test
    void cornersAreShownLargeAndInTheirPlaces() throws IOException {
        BufferedImage picture = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(340, 280, 60, 20);
        pen.dispose();
        byte[] drawing = CornerCrop.png(Made.file("png", picture));
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(drawing));
        assertEquals(1452, seen.getWidth());
        assertEquals(Color.RED.getRGB(), seen.getRGB(seen.getWidth() - 20, seen.getHeight() - 20));
        assertEquals(Color.BLACK.getRGB(), seen.getRGB(20, seen.getHeight() - 20));
        assertArrayEquals(drawing, CornerCrop.png(Made.file("png", picture)));
        assertEquals(0, CornerCrop.png(new byte[] {1, 2}).length);
    }

    @Test
    void placeWhereTwoPhotographsOfOneDamageDisagreeIsMarked() {
        BufferedImage scene = Made.scene(480, 360);
        byte[] first = Made.jpeg(scene, 88);
        Graphics2D pen = scene.createGraphics();
        pen.setColor(new Color(20, 10, 10));
        pen.fillOval(200, 150, 60, 40);
        pen.dispose();
        byte[] second = Made.jpeg(scene, 80);
        SameDamage same = SameDamage.of(first, second);
        assertTrue(same.registered());
        assertTrue(same.places() >= 1);
        assertTrue(same.points() > 50);
        assertArrayEquals(same.drawing(), SameDamage.of(first, second).drawing());
        assertEquals(0, SameDamage.of(first, first).places());
        SameDamage none = SameDamage.of(first, new byte[] {1});
        assertFalse(none.registered());
        assertEquals(0, none.drawing().length);
    }
}
