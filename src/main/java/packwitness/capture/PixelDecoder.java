package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

import java.util.ArrayDeque;
import java.util.Optional;

/** Brings raw pixels to the recorder's kind of picture; one thread. */
final class PixelDecoder implements ShotDecoder {
    private final FramePool pool;
    private final Yuv yuv;
    private final ArrayDeque<PixelShot> waiting = new ArrayDeque<>();
    private AVFrame source = av_frame_alloc();

    PixelDecoder(int width, int height) {
        pool = new FramePool(width, height);
        yuv = new Yuv(width, height);
    }

    @Override
    public void put(Shot shot) {
        if (shot instanceof PixelShot pixels) waiting.add(pixels);
    }

    @Override
    public void end() {}

    @Override
    public Optional<Picture> take() {
        PixelShot shot = waiting.poll();
        if (shot == null) return Optional.empty();
        fill(shot.pixels());
        AVFrame target = pool.free();
        yuv.convert(source, target);
        return Optional.of(new Picture(shot.number(), shot.arrivalNanos(), target));
    }

    private void fill(Pixels pixels) {
        int format = pixels.redFirst() ? AV_PIX_FMT_RGB24 : AV_PIX_FMT_BGR24;
        if (source.format() != format
                || source.width() != pixels.width()
                || source.height() != pixels.height()) {
            av_frame_free(source);
            source = av_frame_alloc();
            source.format(format).width(pixels.width()).height(pixels.height());
            source.color_range(AVCOL_RANGE_JPEG);
            if (av_frame_get_buffer(source, 0) < 0)
                throw new OutOfMemoryError("no memory for a picture");
        }
        BytePointer to = source.data(0);
        int stride = source.linesize(0);
        int row = pixels.width() * 3;
        for (int y = 0; y < pixels.height(); y++)
            to.position((long) y * stride).put(pixels.bytes(), y * row, row);
    }

    @Override
    public void close() {
        av_frame_free(source);
        yuv.close();
        pool.close();
    }
}
