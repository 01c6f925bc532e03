package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ422P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;

class FullRange422Test {
    private static AVFrame frame(int format, int width, int height) {
        Natives.ready();
        AVFrame frame = av_frame_alloc();
        frame.format(format).width(width).height(height);
        assertTrue(av_frame_get_buffer(frame, 0) >= 0);
        return frame;
    }

    @Test
    void everyBrightnessAndColourIsBroughtIntoTheLimitedRange() {
        AVFrame from = frame(AV_PIX_FMT_YUVJ422P, 516, 4);
        AVFrame to = frame(AV_PIX_FMT_YUV420P, 516, 4);
        from.color_range(AVCOL_RANGE_JPEG);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 516; x++)
                from.data(0).put((long) y * from.linesize(0) + x, (byte) (x / 2));
            for (int x = 0; x < 258; x++)
                for (int plane = 1; plane < 3; plane++)
                    from.data(plane)
                            .put((long) y * from.linesize(plane) + x, (byte) (x + y % 2 * 2));
        }
        assertTrue(FullRange422.fits(AV_PIX_FMT_YUVJ422P, from, to));
        try (Yuv yuv = new Yuv(516, 4)) {
            yuv.convert(from, to);
        }
        for (int y = 0; y < 4; y++)
            for (int x = 0; x < 516; x++) {
                int full = x / 2 & 255;
                int limited = to.data(0).get((long) y * to.linesize(0) + x) & 255;
                assertEquals(16 + full * 219 / 255.0, limited, 0.75, "brightness " + full);
            }
        for (int plane = 1; plane < 3; plane++)
            for (int x = 0; x < 254; x++) {
                int limited = to.data(plane).get(to.linesize(plane) + x) & 255;
                assertEquals(128 + (x + 1 - 128) * 224 / 255.0, limited, 0.75, "colour " + x);
            }
        av_frame_free(from);
        av_frame_free(to);
    }
}
