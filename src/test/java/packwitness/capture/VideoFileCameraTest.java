package packwitness.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A video file played as a camera. */
class VideoFileCameraTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void fileIsPlayedAtItsPaceFastAndRoundAndRound() throws Exception {
        Path file = clip("clip.mov", 12);
        long begun = System.nanoTime();
        try (Camera camera = Cameras.open("file:" + file, CLOCK)) {
            long last = begun;
            for (int i = 0; i < 12; i++) last = arrival(camera);
            // Eleven steps of 1/25 s; never sooner, later on a busy machine.
            assertTrue(last - begun > 435_000_000L, "pace " + (last - begun));
            assertEquals(Optional.empty(), camera.next());
        }
        try (Camera camera = Cameras.open("file:" + file + "?pace=fast&loop", CLOCK)) {
            assertTrue(camera.patient());
            long before = arrival(camera);
            for (int i = 1; i < 40; i++) {
                long now = arrival(camera);
                assertEquals(40_000_000, now - before, 2_000_000, "frame " + i);
                before = now;
            }
        }
    }

    private static long arrival(Camera camera) throws Failure {
        try (Shot shot = camera.next().orElseThrow()) {
            return shot.arrivalNanos();
        }
    }

    @Test
    void codecOfAModeIsToldToTheLibrary() throws Exception {
        Path file = clip("clip.mov", 3);
        Map<String, String> options = Map.of("vcodec", "mjpeg");
        Duration patience = Duration.ofSeconds(20);
        try (VideoInput input = VideoInput.open(VideoFile.url(file), null, options, patience)) {
            assertEquals(AV_CODEC_ID_MJPEG, input.wantedCodec());
        }
    }

    @Test
    void garbageInsideAFileEndsItOrIsPassedOver() throws Exception {
        byte[] whole = Files.readAllBytes(clip("whole.mov", 10));
        Random random = new Random(9);
        int opened = 0;
        for (int round = 0; round < 20; round++) {
            byte[] hurt = whole.clone();
            if (round % 4 == 3) hurt = Arrays.copyOf(hurt, random.nextInt(hurt.length));
            int index = whole.length - 1_200;
            for (int i = 0; i < 300; i++)
                hurt[random.nextInt(Math.min(hurt.length, round % 2 == 0 ? index : whole.length))] =
                        (byte) random.nextInt(256);
            Path file = Files.write(folder.resolve("hurt.mov"), hurt);
            try (Camera camera = Cameras.open("file:" + file + "?pace=fast", CLOCK);
                    ShotDecoder decoder = camera.decoder()) {
                opened++;
                for (Optional<Shot> shot = camera.next(); shot.isPresent(); shot = camera.next()) {
                    try (Shot one = shot.get()) {
                        decoder.put(one);
                    }
                    while (decoder.take().isPresent()) Thread.onSpinWait();
                }
            } catch (Failure broken) {
                assertTrue(broken.problem() instanceof CaptureProblem, broken.problem().toString());
            }
        }
        assertTrue(opened >= 5 && opened < 20, "opened " + opened);
    }

    /** Writes a film of 25 pictures a second. */
    private Path clip(String name, int count) throws Exception {
        Path file = folder.resolve(name);
        Natives.ready();
        AVFormatContext film = new AVFormatContext(null);
        avformat_alloc_output_context2(film, null, "mov", file.toString());
        AVStream stream = avformat_new_stream(film, null);
        stream.codecpar()
                .codec_type(AVMEDIA_TYPE_VIDEO)
                .codec_id(AV_CODEC_ID_MJPEG)
                .width(320)
                .height(180);
        stream.time_base().num(1).den(25);
        AVIOContext out = new AVIOContext(null);
        avio_open(out, VideoFile.url(file), AVIO_FLAG_WRITE);
        film.pb(out);
        assertTrue(avformat_write_header(film, (AVDictionary) null) >= 0);
        AVPacket packet = av_packet_alloc();
        int ticks = stream.time_base().den() / 25;
        for (int i = 0; i < count; i++) {
            byte[] jpeg = Jpegs.jpeg(320, 180, i);
            av_new_packet(packet, jpeg.length);
            packet.data().put(jpeg);
            packet.pts((long) i * ticks).dts((long) i * ticks).duration(ticks);
            packet.flags(AV_PKT_FLAG_KEY);
            av_interleaved_write_frame(film, packet);
        }
        av_write_trailer(film);
        avio_closep(out);
        av_packet_free(packet);
        avformat_free_context(film);
        return file;
    }
}
