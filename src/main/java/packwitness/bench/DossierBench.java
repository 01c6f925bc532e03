package packwitness.bench;

import packwitness.dossier.paper.Dossier;
import packwitness.dossier.print.DossierWriter;
import packwitness.dossier.print.PdfSigner;
import packwitness.dossier.print.WrittenPaper;
import packwitness.ledger.DeviceKey;
import packwitness.value.Failure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a signed and stamped paper of about 30 pages with 40 key frames 1080p: the warm time, its
 * size over that of its pictures, and whether a process with a heap of 96 MB can do it. With {@code
 * --vault DIR --claim N} also the whole command {@code dossier} as a process, the fastest of three.
 * {@code --rounds N} counts the warm rounds, {@code --keep FILE} keeps the last paper.
 */
final class DossierBench implements Bench {
    private static final String MAIN = "packwitness.app.Main";

    /** As packaging/run starts this command. */
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

    private static final int FRAMES = 40;
    private static final int COLD_ROUNDS = 4;
    private static final int COMMANDS = 3;
    private static final double MOST_SECONDS = 1.0;
    private static final double MOST_RATIO = 1.02;
    private static final int MOST_HEAP_MB = 96;
    private static final double MOST_COMMAND_SECONDS = 5.0;

    @Override
    public boolean run(BenchRun run) throws Failure {
        try {
            Path folder = Scratch.folder(run, "dossier");
            try {
                return run.has("child") ? child(run, folder) : whole(run, folder);
            } finally {
                Scratch.delete(run, folder);
            }
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, "dossier");
        }
    }

    private boolean whole(BenchRun run, Path folder) throws Failure, IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        boolean holds = paper(run, folder, figures);
        boolean fits =
                exit(List.of("-Xmx" + MOST_HEAP_MB + "m"), List.of("bench", "dossier", "--child"))
                        == 0;
        figures.put("fits_heap_mb", fits ? MOST_HEAP_MB : -1);
        holds &= fits;
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("warm_seconds", MOST_SECONDS);
        goals.put("size_over_pictures", MOST_RATIO);
        goals.put("fits_heap_mb", MOST_HEAP_MB);
        if (run.has("vault")) {
            double seconds = command(run, folder);
            figures.put("command_seconds", Figures.round(seconds));
            goals.put("command_seconds", MOST_COMMAND_SECONDS);
            holds &= seconds <= MOST_COMMAND_SECONDS;
        }
        return run.verdict(holds, figures, goals);
    }

    /** Writes one paper: where the heap is too small it dies. */
    private boolean child(BenchRun run, Path folder) throws Failure {
        Dossier dossier = new PaperCase(FRAMES).dossier();
        WrittenPaper paper =
                DossierWriter.write(
                        dossier, folder.resolve("paper.pdf"), signer(run, folder), PaperCase.MADE);
        return run.verdict(
                true, Figures.line("pages", paper.pages(), "bytes", paper.bytes()), Map.of());
    }

    private static boolean paper(BenchRun run, Path folder, Map<String, Object> figures)
            throws Failure, IOException {
        PaperCase made = new PaperCase(FRAMES);
        Dossier dossier = made.dossier();
        PdfSigner signer = signer(run, folder);
        List<Double> warm = new ArrayList<>();
        List<Double> warmCpu = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        int rounds = (int) run.number("rounds", 8);
        Optional<WrittenPaper> last = Optional.empty();
        for (int i = 0; i < COLD_ROUNDS + rounds; i++) {
            Path pdf = folder.resolve("paper-" + i + ".pdf");
            long cpu = threads.getCurrentThreadCpuTime();
            long from = System.nanoTime();
            WrittenPaper paper = DossierWriter.write(dossier, pdf, signer, PaperCase.MADE);
            double seconds = (System.nanoTime() - from) / 1e9;
            double own = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
            if (i >= COLD_ROUNDS) {
                warm.add(seconds);
                warmCpu.add(own);
            }
            run.tell(
                    Figures.line(
                            "round",
                            i,
                            "warm",
                            i >= COLD_ROUNDS,
                            "seconds",
                            Figures.round(seconds),
                            "cpu_seconds",
                            Figures.round(own)));
            last.ifPresent(before -> discard(before.file()));
            last = Optional.of(paper);
        }
        WrittenPaper paper = last.orElseThrow();
        if (run.has("keep")) Files.copy(paper.file(), Path.of(run.text("keep").orElseThrow()));
        double ratio = (double) paper.bytes() / made.pictureBytes();
        double median = Figures.median(warm);
        figures.put("pages", paper.pages());
        figures.put("key_frames", FRAMES);
        figures.put("picture_bytes", made.pictureBytes());
        figures.put("bytes", paper.bytes());
        figures.put("warm_seconds", Figures.round(median));
        figures.put("warm_cpu_seconds", Figures.round(Figures.median(warmCpu)));
        figures.put("size_over_pictures", Math.round(ratio * 10_000) / 10_000.0);
        return median <= MOST_SECONDS && ratio <= MOST_RATIO;
    }

    private static void discard(Path pdf) {
        try {
            Files.deleteIfExists(pdf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PdfSigner signer(BenchRun run, Path folder) throws Failure {
        DeviceKey key =
                DeviceKey.openOrMake(folder.resolve("key.p12"), "bench".toCharArray(), run.clock());
        OwnAuthority authority = new OwnAuthority(run.clock());
        return new PdfSigner(key.privateKey(), List.of(key.certificate()), authority::stamp);
    }

    /** Runs the command as a user would, on a copy of nothing: each time into a new folder. */
    private double command(BenchRun run, Path folder) throws Failure, IOException {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < COMMANDS; i++) {
            List<String> command =
                    List.of(
                            "dossier",
                            run.text("claim").orElseThrow(() -> run.needs("--claim N")),
                            "--vault",
                            run.text("vault").orElseThrow(),
                            "--for",
                            run.text("for").orElse("court"),
                            "--out",
                            folder.resolve("command-" + i).toString());
            long from = System.nanoTime();
            int exit = exit(List.of(ONE_COMPILER), command);
            double seconds = (System.nanoTime() - from) / 1e9;
            run.tell(Figures.line("command", i, "exit", exit, "seconds", Figures.round(seconds)));
            if (exit == 0) fastest = Math.min(fastest, seconds);
        }
        return fastest;
    }

    private static int exit(List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.awt.headless=true"));
        String modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) command.addAll(List.of("--module-path", modules));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(line -> {});
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
