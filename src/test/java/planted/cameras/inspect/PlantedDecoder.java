package planted.cameras.inspect;

import org.bytedeco.ffmpeg.global.avformat;

final class PlantedDecoder {
    int version() {
        return avformat.avformat_version();
    }
}
