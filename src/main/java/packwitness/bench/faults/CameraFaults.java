package packwitness.bench.faults;

import packwitness.bench.faults.BadCamera.Mood;
import packwitness.value.Failure;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What cameras do. */
final class CameraFaults {
    private static final long STOPPED = 2000;
    private static final long DARK = 5000;

    private final Path folder;
    private final Pictures pictures;

    CameraFaults(Path folder, Pictures pictures) {
        this.folder = folder;
        this.pictures = pictures;
    }

    List<Fault> all() {
        return List.of(
                mood("source stalls for 4 s and goes on", Mood.STALLS, STOPPED, 4000),
                mood("camera disappears", Mood.GONE, STOPPED, 3000),
                mood("camera is lost for a moment and returns", Mood.LOST_ONCE, STOPPED, 1500),
                Fault.alarm(
                        "camera returns with another size",
                        STOPPED,
                        this::another,
                        station -> Thread.sleep(2500)),
                mood("read hangs in the driver, closing hangs too", Mood.HANGS, STOPPED, 0),
                slowing(),
                mood("reading code fails", Mood.READ_BREAKS, STOPPED, 500),
                mood("decoder throws", Mood.DECODER_BREAKS, STOPPED, 500),
                Fault.answer(
                        "no first frame ever",
                        15_000,
                        (station, struck) -> {
                            long now = System.nanoTime();
                            station.firstMood = Mood.STALLS;
                            try {
                                station.desk.arm(Station.CAMERA, "1");
                            } catch (Failure e) {
                                struck.answered(e.problem().key());
                            }
                            return now;
                        }),
                spoiled(
                        "same picture again and again",
                        STOPPED,
                        (n, good, jpeg) -> pictures.first()),
                spoiled(
                        "black picture",
                        DARK,
                        (n, good, jpeg) -> Pictures.jpeg(Pictures.black(good))),
                spoiled(
                        "covered lens with noise",
                        DARK,
                        (n, good, jpeg) -> Pictures.jpeg(Pictures.covered(good, n))),
                spoiled("garbage instead of pictures", STOPPED, CameraFaults::garbage),
                spoiled(
                        "every third picture is garbage",
                        STOPPED,
                        (n, good, jpeg) -> n % 3 == 0 ? garbage(n, good, jpeg) : jpeg),
                spoiled(
                        "JPEGs cut in half",
                        STOPPED,
                        (n, good, jpeg) -> Arrays.copyOf(jpeg, jpeg.length / 2)),
                harmless(
                        "picture changes its size",
                        (n, good, jpeg) ->
                                Pictures.jpeg(
                                        Pictures.drawn(
                                                good, 480, 360, BufferedImage.TYPE_INT_RGB))),
                harmless(
                        "picture changes its pixel format",
                        (n, good, jpeg) ->
                                Pictures.jpeg(
                                        Pictures.drawn(
                                                good,
                                                good.getWidth(),
                                                good.getHeight(),
                                                BufferedImage.TYPE_BYTE_GRAY))),
                Fault.alarm(
                        "source comes to its end",
                        STOPPED,
                        (station, struck) -> {
                            station.record("demo:?size=320x240&fps=25&count=70");
                            station.camera().notice(69);
                            return station.camera().awaitNoticed();
                        },
                        station -> Thread.sleep(300)));
    }

    private long another(Station station, Fault.Struck struck)
            throws IOException, InterruptedException, Failure {
        Path file = pictures.write(folder.resolve("another.mjpg"), (n, good, jpeg) -> jpeg);
        Path larger = larger();
        station.record("file:" + file);
        station.camera().meanwhile(() -> replace(file, larger));
        return station.strike(Mood.LOST_ONCE);
    }

    private Path larger() throws IOException {
        return pictures.write(
                folder.resolve("larger.mjpg"),
                (n, good, jpeg) ->
                        Pictures.jpeg(Pictures.drawn(good, 640, 480, BufferedImage.TYPE_INT_RGB)),
                0);
    }

    private static void replace(Path file, Path by) {
        try {
            Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fault slowing() {
        return Fault.alarm(
                "rate falls to less than half",
                5000,
                (station, struck) -> {
                    station.record();
                    Thread.sleep(3500);
                    return station.strike(Mood.SLOW);
                },
                station -> {
                    station.camera().mood(Mood.GOOD);
                    Thread.sleep(1000);
                });
    }

    private static Fault mood(String name, Mood mood, long bound, long afterwards) {
        return Fault.alarm(
                name,
                bound,
                (station, struck) -> {
                    station.record();
                    return station.strike(mood);
                },
                station -> {
                    Thread.sleep(afterwards);
                    if (mood != Mood.HANGS) station.camera().mood(Mood.GOOD);
                    Thread.sleep(afterwards / 2);
                });
    }

    private Fault harmless(String name, Pictures.Spoiler spoiler) {
        return Fault.harmless(
                name,
                (station, struck) -> {
                    long since = spoiled(name, 0, spoiler).doing().strike(station, struck);
                    Thread.sleep(2000);
                    return since;
                });
    }

    private Fault spoiled(String name, long bound, Pictures.Spoiler spoiler) {
        return Fault.alarm(
                name,
                bound,
                (station, struck) -> {
                    Path file =
                            pictures.write(
                                    folder.resolve(name.replace(' ', '-') + ".mjpg"), spoiler);
                    station.desk.arm("file:" + file, "1");
                    station.camera().notice(Pictures.BAD_FROM);
                    station.scan("PW00000000000001");
                    return station.camera().awaitNoticed();
                });
    }

    private static byte[] garbage(int number, BufferedImage good, byte[] jpeg) throws IOException {
        byte[] bytes = new byte[jpeg.length];
        new Random(number).nextBytes(bytes);
        return bytes;
    }
}
