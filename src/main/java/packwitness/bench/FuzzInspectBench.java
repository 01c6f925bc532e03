package packwitness.bench;

import packwitness.inspect.PictureInspector;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.compare.HardPictures;
import packwitness.inspect.compare.PictureComparer;
import packwitness.inspect.compare.SyntheticPairs;
import packwitness.value.Failure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Mutates files and inspects them ({@code --times N}); every {@code --compare-every N}-th is also
 * compared with a picture of ours. {@code --set DIR} adds the files of a folder to the hostile ones
 * we make. Real giants, deep and printed colours, animations and cut files come first, one line
 * each. Nothing may escape, nothing may take longer than 2 s or more than 256 MB; what the whole
 * process grew by is measured where the system can forget its highest mark.
 */
final class FuzzInspectBench implements Bench {
    private static final long MOST_MILLIS = 2000;
    private static final long MOST_MEGABYTES = 256;

    private int escaped;
    private long worstNanos;
    private long worstBytes;
    private long worstGrown;

    @Override
    public boolean run(BenchRun run) throws Failure {
        long times = run.number("times", 10_000);
        long every = run.number("compare-every", 50);
        SplittableRandom random = new SplittableRandom(run.number("seed", 20261123));
        List<byte[]> samples = samples(run);
        PictureInspector inspector =
                new PictureInspector(
                        TrustList.none(), Clock.fixed(run.clock().instant(), ZoneOffset.UTC));
        PictureComparer comparer = new PictureComparer();
        byte[] ours = new SyntheticPairs(1).scene(0);
        // Once around first, so that loading classes and native code is not counted.
        for (byte[] sample : samples) inspector.inspect(sample);
        comparer.compare(ours, ours);
        hard(run, inspector, comparer);
        long before = memory("VmHWM");
        for (byte[] sample : samples) once(run, () -> inspector.inspect(sample).toMap());
        for (byte[] sample : samples) once(run, () -> comparer.compare(ours, sample));
        long compared = samples.size();
        for (long i = 0; i < times; i++) {
            byte[] file = mutated(samples.get((int) (i % samples.size())), random);
            once(run, () -> inspector.inspect(file).toMap());
            if (every == 0 || i % every != 0) continue;
            once(run, () -> comparer.compare(ours, file));
            compared++;
        }
        long grown = Math.max(0, memory("VmHWM") - before);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("files", times + samples.size());
        figures.put("compared", compared);
        figures.put("escaped_exceptions", escaped);
        figures.put("worst_ms", worstNanos / 1_000_000);
        figures.put("worst_allocated_mb", worstBytes >> 20);
        figures.put("process_grown_mb", grown);
        figures.put("process_grown_by_one_hard_picture_mb", worstGrown);
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("escaped_exceptions", 0);
        goals.put("worst_ms", "<= " + MOST_MILLIS);
        goals.put("worst_allocated_mb", "<= " + MOST_MEGABYTES);
        goals.put("process_grown_by_one_hard_picture_mb", "<= " + MOST_MEGABYTES);
        boolean holds =
                escaped == 0
                        && worstNanos / 1_000_000 <= MOST_MILLIS
                        && worstBytes >> 20 <= MOST_MEGABYTES
                        && worstGrown <= MOST_MEGABYTES;
        return run.verdict(holds, figures, goals);
    }

    /** Inspects and compares each hard picture and tells what it took. */
    private void hard(BenchRun run, PictureInspector inspector, PictureComparer comparer) {
        byte[] ours = HardPictures.ours();
        HardPictures.all()
                .forEach((name, file) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("picture", name);
                    line.put("bytes", file.length);
                    forgetPeak();
                    long before = memory("VmRSS");
                    Duration busy = busy();
                    long start = System.nanoTime();
                    once(run, () -> line.put("finding", inspector.inspect(file).finding().name()));
                    line.put("inspect_ms", (System.nanoTime() - start) / 1_000_000);
                    start = System.nanoTime();
                    once(
                            run,
                            () ->
                                    line.put(
                                            "compared",
                                            comparer.compare(ours, file).why().toString()));
                    line.put("compare_ms", (System.nanoTime() - start) / 1_000_000);
                    line.put("processor_ms", busy().minus(busy).toMillis());
                    long grown = Math.max(0, memory("VmHWM") - before);
                    line.put("process_grown_mb", grown);
                    worstGrown = Math.max(worstGrown, grown);
                    run.tell(line);
                });
    }

    private void once(BenchRun run, Runnable work) {
        long bytes = allocated();
        long before = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            escaped++;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("escaped", e.toString());
            line.put("at", e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0].toString());
            run.tell(line);
        }
        long took = System.nanoTime() - before;
        long used = allocated() - bytes;
        if (took > worstNanos || used > worstBytes) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("took_ms", took / 1_000_000);
            line.put("allocated_mb", used >> 20);
            if (took > 500_000_000L || used > 64 << 20) run.tell(line);
        }
        worstNanos = Math.max(worstNanos, took);
        worstBytes = Math.max(worstBytes, used);
    }

    /** Processor time of this process so far, which a busy machine hardly changes. */
    private static Duration busy() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that this thread ever took from the heap; more than it ever held at one time. */
    private static long allocated() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                ? bean.getCurrentThreadAllocatedBytes()
                : 0;
    }

    /** Lets the system forget how much memory the process once held, where it can. */
    private static void forgetPeak() {
        try {
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        } catch (IOException e) {
            // Then the highest mark stays, and only a new one is seen.
        }
    }

    /** Megabytes of the process now or at its highest, native ones too; 0 where it is not told. */
    private static long memory(String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            Optional<String> peak = lines.filter(line -> line.startsWith(name)).findFirst();
            return peak.map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10).orElse(0L);
        } catch (IOException e) {
            // Other systems do not tell.
            return 0;
        }
    }

    private static List<byte[]> samples(BenchRun run) throws Failure {
        List<byte[]> samples = new ArrayList<>(HostileFiles.all());
        samples.add(new SyntheticPairs(2).scene(0));
        Optional<Path> folder = run.text("set").map(Path::of);
        if (folder.isEmpty()) return samples;
        try (Stream<Path> files = Files.list(folder.get())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList())
                samples.add(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, folder.get());
        }
        return samples;
    }

    private static byte[] mutated(byte[] sample, SplittableRandom random) {
        byte[] file = sample.clone();
        if (file.length == 0) return file;
        for (int n = random.nextInt(30); n >= 0; n--) {
            // Heads matter more than pixels.
            int most = random.nextBoolean() ? Math.min(file.length, 4000) : file.length;
            int at = random.nextInt(most);
            int end = Math.min(file.length, at + 4);
            switch (random.nextInt(5)) {
                case 0 -> file[at] = (byte) random.nextInt(256);
                case 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> Arrays.fill(file, at, end, (byte) 0xFF);
                case 3 -> Arrays.fill(file, at, end, (byte) 0);
                default -> Arrays.fill(file, at, end, (byte) 0x7F);
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
    }
}
