package packwitness.bench;

import packwitness.recording.LoadStep;
import packwitness.recording.Original;
import packwitness.recording.RecorderSettings;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Cameras of one station in real time beside a preview of 960x540 at fifteen pictures a second, a
 * new take every twenty seconds. Holds where nothing was dropped, or every drop stands in the
 * counts of its file.
 */
final class StationBench implements Bench {
    private static final long TAKE_SECONDS = 20;

    @Override
    public boolean run(BenchRun run) throws Failure {
        int cameras = (int) run.number("cameras", 2);
        long seconds = run.number("seconds", 60);
        String size = run.text("size").orElse("1920x1080");
        if (!size.matches("[0-9]{2,4}x[0-9]{2,4}")) throw run.needs("--size 1920x1080");
        try {
            Path folder = Files.createTempDirectory("packwitness-bench");
            List<Trial> trials = new ArrayList<>();
            try {
                FfmpegProgram ffmpeg = FfmpegProgram.find(run);
                Path source = source(run, ffmpeg, folder, size);
                return measured(run, folder, source, cameras, seconds, trials);
            } finally {
                trials.forEach(Trial::close);
                Trial.delete(folder);
            }
        } catch (IOException e) {
            throw run.needs("a folder for temporary files: " + e.getMessage());
        }
    }

    private static Path source(BenchRun run, FfmpegProgram ffmpeg, Path folder, String size)
            throws Failure {
        Path file = folder.resolve("source.avi");
        ffmpeg.output(
                run,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=" + size + ":r=30:d=10,noise=alls=6:allf=t,format=yuvj422p",
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "4",
                        file.toString()));
        return file;
    }

    private static boolean measured(
            BenchRun run, Path folder, Path source, int cameras, long seconds, List<Trial> trials)
            throws Failure, IOException {
        RecorderSettings settings =
                RecorderSettings.of("PackWitness", ZoneId.of("Asia/Shanghai"))
                        .withLooking(!run.has("no-labels"), true);
        for (int i = 0; i < cameras; i++) {
            Path own = Files.createDirectory(folder.resolve("camera-" + i));
            Trial trial = new Trial(own);
            trials.add(trial);
            trial.arm(run, "file:" + source + "?loop=true", settings);
        }
        double before = Trial.seconds();
        long start = System.nanoTime();
        long take = 0;
        long pictures = 0;
        long lastPicture = -1;
        LoadStep worst = LoadStep.FULL;
        while (System.nanoTime() - start < seconds * 1_000_000_000L) {
            if (System.nanoTime() - start >= take * TAKE_SECONDS * 1_000_000_000L) {
                take++;
                for (Trial trial : trials) trial.begin(take);
            }
            for (Trial trial : trials) {
                // What a screen does: it asks for the newest picture of every camera.
                var shown = trial.recorder().latest();
                if (trial == trials.getFirst()
                        && shown.isPresent()
                        && shown.get().number() != lastPicture) {
                    lastPicture = shown.get().number();
                    pictures++;
                }
                LoadStep now = trial.recorder().load();
                if (now.compareTo(worst) > 0) worst = now;
            }
            pause();
        }
        double cores = (Trial.seconds() - before) / seconds;
        trials.forEach(Trial::close);
        long live = 0;
        long dropped = 0;
        for (Trial trial : trials) {
            live += trial.recorder().status().received();
            dropped += trial.recorder().status().dropped();
        }
        return told(run, trials, cores, live, dropped, pictures / (double) seconds, worst);
    }

    private static boolean told(
            BenchRun run,
            List<Trial> trials,
            double cores,
            long received,
            long droppedInAll,
            double previews,
            LoadStep worst) {
        long dropped = 0;
        long gaps = 0;
        long own = 0;
        long damaged = 0;
        long takes = 0;
        long between = 0;
        for (Trial trial : trials) {
            damaged += trial.damages.size();
            long last = -1;
            for (Original original : trial.originals) {
                takes++;
                dropped += original.counts().dropped();
                gaps += original.gaps().stream().mapToLong(gap -> gap.frames()).sum();
                own +=
                        original.gaps().stream()
                                .filter(gap -> gap.first() >= original.firstOwnFrame())
                                .mapToLong(gap -> gap.frames())
                                .sum();
                if (last >= 0) between += original.firstOwnFrame() - last - 1;
                last = original.lastFrame();
            }
        }
        return run.verdict(
                damaged == 0 && dropped == gaps && own + between <= droppedInAll,
                Figures.line(
                        "cameras", trials.size(),
                        "takes", takes,
                        "frames_received", received,
                        "frames_dropped", droppedInAll,
                        "dropped_in_files_pre_roll_twice", dropped,
                        "dropped_in_own_parts", own,
                        "dropped_accounted_in_gaps", gaps,
                        "missing_between_takes", between,
                        "takes_damaged", damaged,
                        "preview_per_s", Figures.round(previews),
                        "load_step_worst", worst.name(),
                        "cores", Figures.round(cores)),
                Figures.line(
                        "takes_damaged", 0, "frames_dropped", "0, or every one accounted for"));
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
