package packwitness.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import packwitness.capture.ModeChoice.Reason;
import packwitness.capture.ModeChoice.Wish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class ModeChoiceTest {
    private static CameraMode mode(String codec, int width, int height, double rate) {
        return new CameraMode(codec, width, height, rate);
    }

    private static void chosen(String expected, List<Reason> why, CameraMode... offered) {
        chosen(Wish.STANDARD, expected, why, offered);
    }

    private static void chosen(
            Wish wish, String expected, List<Reason> why, CameraMode... offered) {
        List<CameraMode> any = new ArrayList<>(List.of(offered));
        for (int seed = 0; seed < 5; seed++) {
            ModeChoice choice = ModeChoice.of(any, wish);
            assertEquals(expected, choice.mode().map(CameraMode::toString).orElse(""));
            assertEquals(why, choice.why());
            Collections.shuffle(any, new Random(seed));
        }
    }

    @Test
    void compressedPicturesComeBeforeRawOnesOfTheWantedSize() {
        chosen(
                "mjpeg 1280x720 @30",
                List.of(Reason.COMPRESSED, Reason.NEAREST_SIZE),
                mode("yuyv422", 1920, 1080, 5),
                mode("yuyv422", 640, 480, 30),
                mode("mjpeg", 640, 480, 30),
                mode("mjpeg", 1280, 720, 30));
    }

    @Test
    void wantedSizeAndRateAreTakenWhereTheyAre() {
        chosen(
                "mjpeg 1920x1080 @30",
                List.of(Reason.AS_WANTED, Reason.COMPRESSED),
                mode("mjpeg", 3840, 2160, 30),
                mode("mjpeg", 1920, 1080, 60),
                mode("mjpeg", 1920, 1080, 30),
                mode("h264", 1920, 1080, 30),
                mode("mjpeg", 1280, 720, 30),
                mode("nv12", 1920, 1080, 30));
    }

    @Test
    void sizeNextBelowIsNearerThanOneFarAbove() {
        chosen(
                "mjpeg 1280x720 @30",
                List.of(Reason.NEAREST_SIZE),
                mode("mjpeg", 3840, 2160, 30),
                mode("mjpeg", 1280, 720, 30));
        chosen(
                "mjpeg 2560x1440 @30",
                List.of(Reason.NEAREST_SIZE),
                mode("mjpeg", 2560, 1440, 30),
                mode("mjpeg", 320, 240, 30));
    }

    @Test
    void fluentPicturesComeBeforeLargeOnesThatStumble() {
        chosen(
                "mjpeg 1280x720 @15",
                List.of(Reason.SMALLER_BUT_FLUENT, Reason.SLOWER),
                mode("mjpeg", 1920, 1080, 5),
                mode("mjpeg", 1280, 720, 15));
    }

    @Test
    void codecThatIsAskedForIsTakenAndItsLackIsSaid() {
        Wish h264 = new Wish(1280, 720, 30, Optional.of("h264"));
        chosen(
                h264,
                "h264 1280x720 @30",
                List.of(Reason.AS_WANTED, Reason.COMPRESSED),
                mode("mjpeg", 1280, 720, 30),
                mode("yuyv422", 1280, 720, 10),
                mode("h264", 1280, 720, 30));
        chosen(
                h264,
                "mjpeg 1280x720 @30",
                List.of(Reason.AS_WANTED, Reason.CODEC_NOT_OFFERED),
                mode("mjpeg", 1280, 720, 30));
        chosen(
                new Wish(640, 480, 30, Optional.of("raw")),
                "yuyv422 640x480 @30",
                List.of(Reason.AS_WANTED),
                mode("mjpeg", 640, 480, 30),
                mode("yuyv422", 640, 480, 30));
    }

    @Test
    void rawOnlyAndUntoldModesAreSaid() {
        chosen(
                "yuyv422 640x480 @30",
                List.of(Reason.RAW_ONLY, Reason.SMALLER_BUT_FLUENT),
                mode("yuyv422", 640, 480, 30),
                mode("yuyv422", 1920, 1080, 5));
        chosen("", List.of(Reason.NOT_TOLD));
        chosen("mjpeg 1920x1080", List.of(), mode("mjpeg", 1920, 1080, 0));
    }
}
