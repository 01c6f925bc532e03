package packwitness.capture;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * The running frame number as a row of 56 black and white cells along the lower edge of the
 * picture: four of sync (white black white black), 32 of the number and 16 of its CRC-16/CCITT
 * (polynomial 1021, start FFFF), each highest bit first and white for one, and four of sync (black
 * white black white). Cell {@code i} of a picture of width W spans {@code i*W/56 … (i+1)*W/56}; the
 * row is H/36 high, at least 4 pixels. Nothing in it depends on the size, so it survives scaling.
 */
final class FrameCells {
    private static final int CELLS = 56;
    private static final int WHITE = 235;
    private static final int BLACK = 16;
    private static final int LEAST_CONTRAST = 70;

    private FrameCells() {}

    static int height(int pictureHeight) {
        return Math.max(4, pictureHeight / 36 & ~1);
    }

    /** Draws the number into a Y plane without padding. */
    static void draw(long number, byte[] luma, int width, int height) {
        boolean[] cells = cells(number);
        int top = height - height(height);
        for (int i = 0; i < CELLS; i++)
            Arrays.fill(
                    luma,
                    top * width + i * width / CELLS,
                    top * width + (i + 1) * width / CELLS,
                    (byte) (cells[i] ? WHITE : BLACK));
        for (int y = top + 1; y < height; y++)
            System.arraycopy(luma, top * width, luma, y * width, width);
    }

    private static boolean[] cells(long number) {
        boolean[] cells = new boolean[CELLS];
        for (int i = 0; i < 4; i++) {
            cells[i] = i % 2 == 0;
            cells[CELLS - 4 + i] = i % 2 == 1;
        }
        for (int i = 0; i < 32; i++) cells[4 + i] = (number >> 31 - i & 1) != 0;
        int check = crc(number);
        for (int i = 0; i < 16; i++) cells[36 + i] = (check >> 15 - i & 1) != 0;
        return cells;
    }

    static OptionalLong read(Grey picture) {
        int width = picture.width();
        int height = picture.height();
        if (width < CELLS * 2 || height < 16) return OptionalLong.empty();
        int[] level = new int[CELLS];
        int row = height(height);
        for (int i = 0; i < CELLS; i++) level[i] = level(picture, i, height - row, row);
        int white = level[0] + level[2] + level[CELLS - 1] + level[CELLS - 3];
        int black = level[1] + level[3] + level[CELLS - 2] + level[CELLS - 4];
        if (white - black < 4 * LEAST_CONTRAST) return OptionalLong.empty();
        int middle = (white + black) / 8;
        long number = 0;
        for (int i = 4; i < 36; i++) number = number << 1 | (level[i] > middle ? 1 : 0);
        int check = 0;
        for (int i = 36; i < 52; i++) check = check << 1 | (level[i] > middle ? 1 : 0);
        for (int i = 0; i < 4; i++)
            if (level[i] > middle != (i % 2 == 0) || level[CELLS - 4 + i] > middle != (i % 2 == 1))
                return OptionalLong.empty();
        return check == crc(number) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** Returns the mean of the middle of a cell, away from the blur of its edges. */
    private static int level(Grey picture, int cell, int top, int row) {
        int left = cell * picture.width() / CELLS;
        int right = (cell + 1) * picture.width() / CELLS;
        int inset = (right - left) / 3;
        int sum = 0;
        int count = 0;
        for (int y = top + row / 4; y < top + row - row / 4; y++)
            for (int x = left + inset; x < right - inset; x++) {
                sum += picture.at(x, y);
                count++;
            }
        return count == 0 ? 0 : sum / count;
    }

    private static int crc(long number) {
        int crc = 0xffff;
        for (int i = 31; i >= 0; i--) {
            boolean high = (crc & 0x8000) != 0;
            crc = crc << 1 & 0xffff;
            if (high != ((number >> i & 1) != 0)) crc ^= 0x1021;
        }
        return crc;
    }
}
