package packwitness.bench;

import packwitness.recording.EncoderChoice;
import packwitness.recording.RecorderSettings;
import packwitness.value.Failure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Full HD MJPEG to overlay to H.264 to a hashed original, against the ffmpeg program that decodes,
 * draws one text and encodes: the processor time of a long run less that of a short one, in turns.
 * Ours runs in this process, warmed up, without reading of codes and with nobody watching the
 * preview; the recorder's own threads, hashing and forcing are in its time.
 */
final class RecordBench implements Bench {
    private static final double SAME = 0.92;
    private static final double OURS = 0.72;
    private static final double ALIKE = 0.001;
    private static final int RATE = 30;

    private record Setup(Path folder, FfmpegProgram ffmpeg, Path font, Path brief, Path whole) {}

    @Override
    public boolean run(BenchRun run) throws Failure {
        long seconds = run.number("seconds", 20);
        long rounds = run.number("rounds", 3);
        Path folder;
        try {
            folder = Files.createTempDirectory("packwitness-bench");
            try {
                FfmpegProgram ffmpeg = FfmpegProgram.find(run);
                run.tell(Figures.line("ffmpeg", ffmpeg.version()));
                Path font = FfmpegProgram.font(folder);
                Path brief = source(run, ffmpeg, folder, 5);
                Path whole = source(run, ffmpeg, folder, 5 + (int) seconds);
                return rounds(run, new Setup(folder, ffmpeg, font, brief, whole), seconds, rounds);
            } finally {
                Trial.delete(folder);
            }
        } catch (IOException e) {
            throw run.needs("a folder for temporary files: " + e.getMessage());
        }
    }

    /** A moving test picture with the noise of a sensor, full range, as MJPEG cameras send it. */
    static Path source(BenchRun run, FfmpegProgram ffmpeg, Path folder, int seconds)
            throws Failure {
        Path file = folder.resolve("source-" + seconds + ".avi");
        ffmpeg.output(
                run,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc2=s=1920x1080:r=30:d="
                                + seconds
                                + ",noise=alls=6:allf=t,format=yuvj422p",
                        "-c:v",
                        "mjpeg",
                        "-q:v",
                        "4",
                        file.toString()));
        return file;
    }

    private static boolean rounds(BenchRun run, Setup setup, long seconds, long rounds)
            throws Failure {
        RecorderSettings own =
                RecorderSettings.of("PackWitness", ZoneId.of("Asia/Shanghai"))
                        .withLooking(false, true);
        RecorderSettings same = own.with(new EncoderChoice(RecorderSettings.X264, "veryfast"));
        ours(run, setup, setup.brief, own);
        List<Double> sameRatios = new ArrayList<>();
        List<Double> ownRatios = new ArrayList<>();
        List<Double> theirCores = new ArrayList<>();
        List<Double> sameCores = new ArrayList<>();
        List<Double> ownCores = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double theirs =
                    (theirs(run, setup, setup.whole) - theirs(run, setup, setup.brief)) / seconds;
            double alike =
                    (ours(run, setup, setup.whole, same) - ours(run, setup, setup.brief, same))
                            / seconds;
            double usual =
                    (ours(run, setup, setup.whole, own) - ours(run, setup, setup.brief, own))
                            / seconds;
            theirCores.add(theirs);
            sameCores.add(alike);
            ownCores.add(usual);
            sameRatios.add(alike / theirs);
            ownRatios.add(usual / theirs);
            run.tell(
                    Figures.line(
                            "round", round,
                            "ffmpeg_veryfast_cores", Figures.round(theirs),
                            "ours_veryfast_cores", Figures.round(alike),
                            "ours_default_cores", Figures.round(usual),
                            "ratio_same_settings", Figures.round(alike / theirs),
                            "ratio_default", Figures.round(usual / theirs)));
        }
        return verdict(
                run,
                setup,
                List.of(own, same),
                List.of(sameRatios, ownRatios, theirCores, sameCores, ownCores));
    }

    private static boolean verdict(
            BenchRun run, Setup setup, List<RecorderSettings> settings, List<List<Double>> measured)
            throws Failure {
        theirs(run, setup, setup.brief);
        double theirSsim = setup.ffmpeg.ssim(run, output(setup), setup.brief);
        double ownSsim = ssim(run, setup, settings.get(0));
        double sameSsim = ssim(run, setup, settings.get(1));
        double same = Figures.median(measured.get(0));
        double own = Figures.median(measured.get(1));
        return run.verdict(
                same <= SAME
                        && own <= OURS
                        && sameSsim >= theirSsim - ALIKE
                        && ownSsim >= theirSsim - ALIKE,
                Figures.line(
                        "ratio_same_settings_median",
                        Figures.round(same),
                        "ratio_same_settings_least",
                        Figures.round(Figures.least(measured.get(0))),
                        "ratio_default_median",
                        Figures.round(own),
                        "ratio_default_least",
                        Figures.round(Figures.least(measured.get(1))),
                        "ffmpeg_cores_median",
                        Figures.round(Figures.median(measured.get(2))),
                        "ours_same_cores_median",
                        Figures.round(Figures.median(measured.get(3))),
                        "ours_default_cores_median",
                        Figures.round(Figures.median(measured.get(4))),
                        "ssim_ffmpeg",
                        theirSsim,
                        "ssim_same",
                        sameSsim,
                        "ssim_default",
                        ownSsim),
                Figures.line(
                        "ratio_same_settings_median", SAME,
                        "ratio_default_median", OURS,
                        "ssim_at_least", Figures.round(theirSsim - ALIKE)));
    }

    private static double ssim(BenchRun run, Setup setup, RecorderSettings settings)
            throws Failure {
        Path file = setup.folder.resolve("take-1.mp4");
        Trial.record(run, setup.folder, uri(setup.brief), settings, 1);
        double ssim = setup.ffmpeg.ssim(run, file, setup.brief);
        remove(file);
        return ssim;
    }

    private static String uri(Path source) {
        return "file:" + source + "?pace=fast";
    }

    private static double ours(BenchRun run, Setup setup, Path source, RecorderSettings settings)
            throws Failure {
        double seconds = Trial.record(run, setup.folder, uri(source), settings, 1);
        remove(setup.folder.resolve("take-1.mp4"));
        return seconds;
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            // The whole folder goes at the end.
        }
    }

    private static Path output(Setup setup) {
        return setup.folder.resolve("ffmpeg.mp4");
    }

    private static double theirs(BenchRun run, Setup setup, Path source) throws Failure {
        String text =
                "scale=out_range=tv,format=yuv420p,drawtext=fontfile="
                        + setup.font
                        + ":text='%{localtime} SF1234567890123':fontsize=38:x=18:y=18"
                        + ":fontcolor=white:box=1:boxcolor=black";
        return setup.ffmpeg.seconds(
                run,
                List.of(
                        "-threads",
                        "1",
                        "-i",
                        source.toString(),
                        "-filter_threads",
                        "1",
                        "-vf",
                        text,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-tune",
                        "zerolatency",
                        "-crf",
                        "23",
                        "-maxrate",
                        "4M",
                        "-bufsize",
                        "4M",
                        "-g",
                        Integer.toString(RATE),
                        "-bf",
                        "0",
                        "-threads",
                        "2",
                        "-movflags",
                        "frag_keyframe+empty_moov+default_base_moof",
                        output(setup).toString()));
    }
}
