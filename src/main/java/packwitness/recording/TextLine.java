package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import java.util.Arrays;

/**
 * One line of text in the picture, kept as finished rows of luma: only characters that changed are
 * drawn again, and a frame costs one copy a row. Used by the video stage alone.
 */
final class TextLine {
    private static final byte GROUND = 24;

    private final Glyphs glyphs;
    private final int room;
    private final byte[][] rows;
    private final byte[] grey;
    private String shown = "";
    private int[] ends = new int[0];
    private int width;

    TextLine(Glyphs glyphs, int room) {
        this.glyphs = glyphs;
        this.room = room & ~1;
        rows = new byte[glyphs.height()][this.room];
        for (byte[] row : rows) Arrays.fill(row, GROUND);
        grey = new byte[this.room / 2];
        Arrays.fill(grey, (byte) 128);
    }

    /** Draws the text with its upper left corner at even x, y; what does not fit is left out. */
    void draw(AVFrame frame, String text, int x, int y) {
        set(text);
        if (width == 0) return;
        int stride = frame.linesize(0);
        BytePointer luma = frame.data(0);
        for (int row = 0; row < rows.length; row++)
            luma.position((long) (y + row) * stride + x).put(rows[row], 0, width);
        for (int plane = 1; plane < 3; plane++) {
            BytePointer chroma = frame.data(plane);
            int thin = frame.linesize(plane);
            for (int row = 0; row < rows.length / 2; row++)
                chroma.position((long) (y / 2 + row) * thin + x / 2).put(grey, 0, width / 2);
        }
    }

    private void set(String text) {
        if (text.equals(shown)) return;
        int same = 0;
        while (same < Math.min(text.length(), Math.min(shown.length(), ends.length))
                && text.charAt(same) == shown.charAt(same)) same++;
        // Half of a surrogate pair is no character.
        if (same > 0 && Character.isHighSurrogate(text.charAt(same - 1))) same--;
        int[] newEnds = Arrays.copyOf(ends, text.length());
        int at = same == 0 ? 0 : ends[same - 1];
        for (int i = same; i < text.length(); ) {
            int point = text.codePointAt(i);
            byte[][] glyph = glyphs.of(point);
            int wide = Math.min(glyph[0].length, room - at);
            for (int row = 0; row < rows.length; row++)
                System.arraycopy(glyph[row], 0, rows[row], at, wide);
            at += wide;
            for (int n = Character.charCount(point); n > 0; n--) newEnds[i++] = at;
        }
        for (byte[] row : rows) Arrays.fill(row, at, room, GROUND);
        shown = text;
        ends = newEnds;
        width = at;
    }
}
