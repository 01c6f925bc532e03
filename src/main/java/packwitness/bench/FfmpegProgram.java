package packwitness.bench;

import packwitness.capture.Natives;
import packwitness.value.Failure;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ffmpeg program that benchmarks compare with: the system's own where there is one, else the
 * one that comes with the video library.
 */
final class FfmpegProgram {
    private static final Pattern USED =
            Pattern.compile("bench: utime=([0-9.]+)s stime=([0-9.]+)s rtime=([0-9.]+)s");
    private static final Pattern SSIM = Pattern.compile("SSIM Y:([0-9.]+)");
    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private final String path;
    private final String version;

    private FfmpegProgram(String path, String version) {
        this.path = path;
        this.version = version;
    }

    static FfmpegProgram find(BenchRun run) throws Failure {
        String found = onPath();
        if (found.isEmpty()) found = Natives.program();
        FfmpegProgram program = new FfmpegProgram(found, "");
        String first = program.output(run, List.of("-version")).lines().findFirst().orElse("?");
        return new FfmpegProgram(found, first.replaceAll(" Copyright.*", ""));
    }

    private static String onPath() {
        for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            for (String name : List.of("ffmpeg", "ffmpeg.exe")) {
                Path file = Path.of(folder, name);
                if (!folder.isBlank() && Files.isExecutable(file)) return file.toString();
            }
        }
        return "";
    }

    /** Returns which program this is. */
    String version() {
        return version;
    }

    /** Runs it and returns the seconds of processor time it took, user and system. */
    double seconds(BenchRun run, List<String> arguments) throws Failure {
        List<String> all = new ArrayList<>(List.of("-benchmark"));
        all.addAll(arguments);
        Matcher used = USED.matcher(output(run, all));
        if (!used.find()) throw run.needs("ffmpeg -benchmark");
        return Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2));
    }

    /** Returns the likeness of two videos, frame by frame, below the text in their upper part. */
    double ssim(BenchRun run, Path made, Path source) throws Failure {
        String crop = "scale=out_range=tv,format=yuv420p,crop=iw:ih*3/4:0:ih/4,setpts=N";
        Matcher found =
                SSIM.matcher(
                        output(
                                run,
                                List.of(
                                        "-i",
                                        made.toString(),
                                        "-i",
                                        source.toString(),
                                        "-filter_complex",
                                        "[0:v]" + crop + "[a];[1:v]" + crop + "[b];[a][b]ssim",
                                        "-fps_mode",
                                        "passthrough",
                                        "-f",
                                        "null",
                                        "-")));
        if (!found.find()) throw run.needs("the ssim filter of ffmpeg");
        return Double.parseDouble(found.group(1));
    }

    /** Writes the font that both sides draw with. */
    static Path font(Path folder) throws IOException {
        Path file = folder.resolve("font.ttf");
        try (InputStream in = FfmpegProgram.class.getResourceAsStream(FONT)) {
            if (in == null) throw new IOException("no font");
            Files.copy(in, file);
        }
        return file;
    }

    String output(BenchRun run, List<String> arguments) throws Failure {
        List<String> all = new ArrayList<>(List.of(path, "-hide_banner", "-nostats", "-y"));
        all.addAll(arguments);
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                String[] lines = text.strip().split("\n");
                throw run.needs("a working ffmpeg: " + lines[lines.length - 1]);
            }
            return text;
        } catch (IOException e) {
            throw run.needs("an ffmpeg program: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw run.needs("time");
        }
    }
}
