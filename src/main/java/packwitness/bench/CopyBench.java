package packwitness.bench;

import packwitness.recording.RecorderSettings;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * An H.264 source recorded as it is - with three hashes, a chain and bytes forced each second -
 * against {@code ffmpeg -c copy}, which does none of that, and against ffmpeg that copies and
 * hashes once: processor time of a long run less that of a short one, in turns. Pictures are not
 * decoded on our side; what looking at them costs is told beside.
 */
final class CopyBench implements Bench {
    private static final double GOAL = 1.2;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long minutes = run.number("minutes", 10);
        long rounds = run.number("rounds", 3);
        try {
            Path folder = Files.createTempDirectory("packwitness-bench");
            try {
                FfmpegProgram ffmpeg = FfmpegProgram.find(run);
                run.tell(Figures.line("ffmpeg", ffmpeg.version()));
                Path base = base(run, ffmpeg, folder);
                Path brief = looped(run, ffmpeg, folder, base, 6);
                Path whole = looped(run, ffmpeg, folder, base, 6 + (int) minutes * 6);
                return rounds(run, folder, ffmpeg, List.of(brief, whole), minutes * 60, rounds);
            } finally {
                Trial.delete(folder);
            }
        } catch (IOException e) {
            throw run.needs("a folder for temporary files: " + e.getMessage());
        }
    }

    /** Ten seconds as a network camera sends them. */
    private static Path base(BenchRun run, FfmpegProgram ffmpeg, Path folder) throws Failure {
        if (run.text("source").isPresent()) return Path.of(run.text("source").get());
        Path file = folder.resolve("base.mp4");
        ffmpeg.output(
                run,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=1920x1080:r=30:d=10,noise=alls=6:allf=t,format=yuv420p",
                        "-c:v",
                        "libx264",
                        "-preset",
                        "superfast",
                        "-crf",
                        "23",
                        "-maxrate",
                        "4M",
                        "-bufsize",
                        "4M",
                        "-g",
                        "30",
                        "-bf",
                        "0",
                        file.toString()));
        return file;
    }

    private static Path looped(
            BenchRun run, FfmpegProgram ffmpeg, Path folder, Path base, int times) throws Failure {
        Path file = folder.resolve("source-" + times + ".mp4");
        ffmpeg.output(
                run,
                List.of(
                        "-stream_loop",
                        Integer.toString(times - 1),
                        "-i",
                        base.toString(),
                        "-c",
                        "copy",
                        file.toString()));
        return file;
    }

    private static boolean rounds(
            BenchRun run,
            Path folder,
            FfmpegProgram ffmpeg,
            List<Path> sources,
            long seconds,
            long rounds)
            throws Failure {
        RecorderSettings copy =
                RecorderSettings.of("PackWitness", ZoneId.of("Asia/Shanghai"))
                        .withLooking(false, false);
        ours(run, folder, sources.get(0), copy);
        ours(run, folder, sources.get(0), copy);
        List<Double> ratios = new ArrayList<>();
        List<Double> hashedRatios = new ArrayList<>();
        List<Double> cores = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double theirs =
                    theirs(run, folder, ffmpeg, sources.get(1))
                            - theirs(run, folder, ffmpeg, sources.get(0));
            double hashed =
                    hashed(run, folder, ffmpeg, sources.get(1))
                            - hashed(run, folder, ffmpeg, sources.get(0));
            double ours =
                    ours(run, folder, sources.get(1), copy)
                            - ours(run, folder, sources.get(0), copy);
            ratios.add(ours / Math.max(theirs, 0.001));
            hashedRatios.add(ours / Math.max(hashed, 0.001));
            cores.add(ours / seconds);
            run.tell(
                    Figures.line(
                            "round", round,
                            "ffmpeg_copy_s", Figures.round(theirs),
                            "ffmpeg_copy_and_hash_s", Figures.round(hashed),
                            "ours_s", Figures.round(ours),
                            "ratio", Figures.round(ratios.getLast()),
                            "ratio_to_copy_and_hash", Figures.round(hashedRatios.getLast())));
        }
        RecorderSettings looking = copy.withLooking(false, true);
        double seen =
                ours(run, folder, sources.get(1), looking)
                        - ours(run, folder, sources.get(0), looking);
        double ratio = Figures.median(ratios);
        return run.verdict(
                ratio <= GOAL,
                Figures.line(
                        "ratio_median",
                        Figures.round(ratio),
                        "ratio_least",
                        Figures.round(Figures.least(ratios)),
                        "ratio_to_copy_and_hash_median",
                        Figures.round(Figures.median(hashedRatios)),
                        "video_seconds",
                        seconds,
                        "ours_cores",
                        Math.round(Figures.median(cores) * 1e6) / 1e6,
                        "ours_cores_key_frames_decoded",
                        Math.round(seen / seconds * 1e6) / 1e6),
                Figures.line("ratio_median", GOAL));
    }

    private static double ours(BenchRun run, Path folder, Path source, RecorderSettings settings)
            throws Failure {
        double seconds = Trial.record(run, folder, "file:" + source + "?pace=fast", settings, 1);
        RecordBench.remove(folder.resolve("take-1.mp4"));
        return seconds;
    }

    private static double theirs(BenchRun run, Path folder, FfmpegProgram ffmpeg, Path source)
            throws Failure {
        return ffmpeg.seconds(
                run,
                List.of(
                        "-i",
                        source.toString(),
                        "-c",
                        "copy",
                        "-movflags",
                        "frag_keyframe+empty_moov+default_base_moof",
                        folder.resolve("ffmpeg.mp4").toString()));
    }

    private static double hashed(BenchRun run, Path folder, FfmpegProgram ffmpeg, Path source)
            throws Failure {
        return ffmpeg.seconds(
                run,
                List.of(
                        "-i",
                        source.toString(),
                        "-c",
                        "copy",
                        "-movflags",
                        "frag_keyframe+empty_moov+default_base_moof",
                        folder.resolve("ffmpeg.mp4").toString(),
                        "-c",
                        "copy",
                        "-f",
                        "streamhash",
                        "-hash",
                        "sha256",
                        folder.resolve("hash.txt").toString()));
    }
}
