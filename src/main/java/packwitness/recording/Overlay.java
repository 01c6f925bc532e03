package packwitness.recording;

import org.bytedeco.ffmpeg.avutil.AVFrame;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The text in the picture: time and caption in the first line, station and remark in the second, in
 * the upper left corner. Used by the video stage alone.
 */
final class Overlay {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(" yyyy-MM-dd HH:mm:ss.SSS xxx ");

    private final ZoneId zone;
    private final TextLine first;
    private final TextLine second;
    private final int margin;
    private final int step;

    Overlay(int width, int height, ZoneId zone) {
        this.zone = zone;
        Glyphs large = new Glyphs(Math.max(10, height / 28));
        Glyphs small = new Glyphs(Math.max(8, height / 40));
        margin = Math.max(2, height / 60) & ~1;
        first = new TextLine(large, width - 2 * margin);
        second = new TextLine(small, width - 2 * margin);
        step = large.height();
    }

    void draw(AVFrame frame, Instant at, String caption, String station) {
        first.draw(frame, TIME.format(at.atZone(zone)) + " " + caption + " ", margin, margin);
        if (!station.isBlank()) second.draw(frame, " " + station + " ", margin, margin + step);
    }
}
