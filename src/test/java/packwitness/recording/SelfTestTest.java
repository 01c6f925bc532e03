package packwitness.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import packwitness.capture.Camera;
import packwitness.capture.Cameras;
import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.ObjIntConsumer;

class SelfTestTest {
    private static final String HARDWARE = "h264_nvenc";

    @TempDir Path folder;

    /** Hardware that is x264 in truth, and goes wrong as a test wants it. */
    private static class Pretended implements FrameEncoder {
        final FrameEncoder true264;
        int count;

        Pretended(Wish wish, AVFrame like) throws Failure {
            true264 =
                    Encoder.open(
                            new Wish(
                                    RecorderSettings.X264,
                                    wish.preset(),
                                    wish.sets(),
                                    wish.framesPerSecond()),
                            like);
        }

        @Override
        public String name() {
            return HARDWARE;
        }

        @Override
        public CodecParameters parameters() {
            return true264.parameters();
        }

        @Override
        public void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out)
                throws Failure {
            true264.put(frame, time, key, out);
        }

        @Override
        public void finish(ObjIntConsumer<Packet> out) {
            true264.finish(out);
        }

        @Override
        public void close() {
            true264.close();
        }
    }

    private static FrameEncoder sound(FrameEncoder.Wish wish, AVFrame like) throws Failure {
        return EncoderChoice.isHardware(wish.name())
                ? new Pretended(wish, like)
                : Encoder.open(wish, like);
    }

    private static FrameEncoder deafToKeys(FrameEncoder.Wish wish, AVFrame like) throws Failure {
        if (!EncoderChoice.isHardware(wish.name())) return Encoder.open(wish, like);
        return new Pretended(wish, like) {
            @Override
            public void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out)
                    throws Failure {
                super.put(frame, time, key && count++ == 0, out);
            }
        };
    }

    private static FrameEncoder forgetful(FrameEncoder.Wish wish, AVFrame like) throws Failure {
        if (!EncoderChoice.isHardware(wish.name())) return Encoder.open(wish, like);
        return new Pretended(wish, like) {
            @Override
            public void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out)
                    throws Failure {
                if (count++ != 5) super.put(frame, time, key, out);
            }
        };
    }

    private static FrameEncoder offColour(FrameEncoder.Wish wish, AVFrame like) throws Failure {
        if (!EncoderChoice.isHardware(wish.name())) return Encoder.open(wish, like);
        return new Pretended(wish, like) {
            @Override
            public void put(AVFrame frame, long time, boolean key, ObjIntConsumer<Packet> out)
                    throws Failure {
                byte[] green = new byte[frame.linesize(1)];
                for (int y = 0; y < frame.height() / 2; y++)
                    frame.data(1)
                            .position((long) y * green.length)
                            .put(green, 0, frame.width() / 2);
                super.put(frame, time, key, out);
            }
        };
    }

    private EncoderFacts chosen(FrameEncoder.Opener opener, Heard heard) throws Exception {
        Camera camera = Cameras.open(Station.FAST, Clock.systemUTC());
        RecorderSettings settings =
                RecorderSettings.of("", ZoneId.of("UTC"))
                        .withLooking(false, true)
                        .with(new EncoderChoice(HARDWARE, EncoderChoice.PRESET));
        try (Recorder recorder =
                Recorder.arm(camera, settings, heard, Clock.systemUTC(), Disk.real(), opener)) {
            recorder.begin(
                    new TakeFile(new TakeId(1), folder.resolve("1.part"), folder.resolve("1.mp4")),
                    "",
                    recorder.status().newestArrivalNanos());
            long goal = recorder.status().newestFrame() + 60;
            Station.await(() -> recorder.status().newestFrame() > goal);
            return recorder.environment();
        }
    }

    @Test
    void hardwareThatPassesIsTaken() throws Exception {
        Heard heard = new Heard();
        EncoderFacts facts = chosen(SelfTestTest::sound, heard);
        assertEquals(HARDWARE, facts.encoder());
        EncoderFacts.SelfTest test = facts.selfTest().orElseThrow();
        assertTrue(test.passed(), test.line());
        assertEquals(test.frames(), test.decoded());
        assertTrue(test.worstDecibels() > 30, test.line());
        assertEquals(HARDWARE, heard.sealed.getFirst().making().encoder());
    }

    @Test
    void hardwareThatFailsIsNotTakenAndTheReasonIsTold() throws Exception {
        fallsBack(SelfTestTest::deafToKeys, "key frames do not come when asked for");
        fallsBack(SelfTestTest::forgetful, "23 packets for 24 pictures");
        fallsBack(SelfTestTest::offColour, "pictures differ from their source");
    }

    private void fallsBack(FrameEncoder.Opener opener, String reason) throws Exception {
        Heard heard = new Heard();
        EncoderFacts facts = chosen(opener, heard);
        assertEquals(RecorderSettings.X264, facts.encoder());
        assertTrue(facts.line().contains(reason), facts.line());
        assertFalse(facts.refused().isEmpty());
        assertTrue(
                heard.alarms.stream()
                        .anyMatch(a -> a.kind() == RecorderAlarm.Kind.ENCODER_FALLBACK));
        java.nio.file.Files.delete(heard.sealed.getFirst().file());
    }

    @Test
    void softwareEncodersPassTheSelfTestToo() throws Exception {
        try (Camera camera = Cameras.open("demo:?size=320x180&pace=fast", Clock.systemUTC());
                var decoder = camera.decoder()) {
            decoder.put(camera.next().orElseThrow());
            AVFrame like = decoder.take().orElseThrow().frame();
            for (String name : java.util.List.of("libx264", "libopenh264")) {
                EncoderFacts.SelfTest test =
                        SelfTest.of(
                                Encoder::open,
                                new FrameEncoder.Wish(name, "superfast", 0, 30),
                                like);
                assertTrue(test.passed(), name + " " + test.line());
            }
        }
    }

    @Test
    void machineWithoutHardwareRecordsWithSoftware() throws Exception {
        EncoderFacts facts = chosen(Encoder::open, new Heard());
        assertEquals(RecorderSettings.X264, facts.encoder());
    }
}
