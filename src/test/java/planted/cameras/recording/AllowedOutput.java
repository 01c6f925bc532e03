package planted.cameras.recording;

import org.bytedeco.ffmpeg.global.avformat;

final class AllowedOutput {
    int version() {
        return avformat.avformat_version();
    }
}
