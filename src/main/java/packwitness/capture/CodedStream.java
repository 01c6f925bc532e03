package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_RAWVIDEO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/**
 * How the packets of a camera are coded, as told when it was opened: what a decoder, or a muxer
 * that copies the stream, must know. Never changed and owns no native memory; any thread.
 */
public final class CodedStream {
    private final int codecId;
    private final int tag;
    private final int bitsPerSample;
    private final int format;
    private final int profile;
    private final int level;
    private final int width;
    private final int height;
    private final int[] colour;
    private final long bitRate;
    private final int timeBaseNumerator;
    private final int timeBaseDenominator;
    private final byte[] extraData;

    CodedStream(AVStream stream) {
        AVCodecParameters from = stream.codecpar();
        codecId = from.codec_id();
        tag = from.codec_tag();
        bitsPerSample = from.bits_per_coded_sample();
        format = from.format();
        profile = from.profile();
        level = from.level();
        width = from.width();
        height = from.height();
        colour =
                new int[] {
                    from.color_range(),
                    from.color_primaries(),
                    from.color_trc(),
                    from.color_space(),
                    from.chroma_location()
                };
        bitRate = from.bit_rate();
        timeBaseNumerator = stream.time_base().num();
        timeBaseDenominator = stream.time_base().den();
        extraData = new byte[Math.max(0, from.extradata_size())];
        if (extraData.length > 0) from.extradata().get(extraData);
    }

    /** Returns the library's short name of the codec, such as h264 or mjpeg. */
    public String codec() {
        return avcodec_get_name(codecId).getString();
    }

    /** Returns the library's number of the codec. */
    public int codecId() {
        return codecId;
    }

    /** Returns whether each picture can be decoded without those before it. */
    public boolean standsAlone() {
        return codecId == AV_CODEC_ID_MJPEG || codecId == AV_CODEC_ID_RAWVIDEO;
    }

    /** Returns the width of the coded pictures, which may be odd. */
    public int width() {
        return width;
    }

    /** Returns the height of the coded pictures, which may be odd. */
    public int height() {
        return height;
    }

    /** Returns the numerator of the unit of a packet's time stamps, in seconds. */
    public int timeBaseNumerator() {
        return timeBaseNumerator;
    }

    /** Returns the denominator of the unit of a packet's time stamps, in seconds. */
    public int timeBaseDenominator() {
        return timeBaseDenominator;
    }

    /**
     * Returns a copy of the codec's head, empty where there is none. Of H.264 it is the avcC record
     * (first byte 1) where packets hold lengths, else start codes, as the packets do.
     */
    public byte[] extraData() {
        return extraData.clone();
    }

    /** Fills parameters for a decoder of raw pictures too, which are told apart by their tag. */
    void decodeWith(AVCodecParameters target) {
        copyTo(target);
        target.codec_tag(tag).bits_per_coded_sample(bitsPerSample);
    }

    /** Fills parameters, which stay the caller's, for a muxer that copies the packets. */
    public void copyTo(AVCodecParameters target) {
        target.codec_type(AVMEDIA_TYPE_VIDEO)
                .codec_id(codecId)
                .codec_tag(0)
                .format(format)
                .profile(profile)
                .level(level)
                .width(width)
                .height(height)
                .bit_rate(bitRate)
                .color_range(colour[0])
                .color_primaries(colour[1])
                .color_trc(colour[2])
                .color_space(colour[3])
                .chroma_location(colour[4]);
        if (extraData.length == 0) return;
        // Freed by the library with the parameters, so it must come from the library's own store.
        BytePointer bytes =
                new BytePointer(av_mallocz(extraData.length + AV_INPUT_BUFFER_PADDING_SIZE));
        bytes.put(extraData);
        target.extradata(bytes).extradata_size(extraData.length);
    }

    @Override
    public String toString() {
        return codec() + " " + width + "x" + height;
    }
}
