package planted.cameras.capture.ffmpeg;

import org.bytedeco.ffmpeg.global.avformat;

final class AllowedInput {
    int version() {
        return avformat.avformat_version();
    }
}
