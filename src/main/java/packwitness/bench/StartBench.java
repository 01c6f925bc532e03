package packwitness.bench;

import packwitness.shipment.search.Finder;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measures the desktop's start until its window can be used, with and without what Java learnt of
 * an earlier start (AOT cache), beside the barest window of the same toolkit and theme, in turns;
 * and the memory of a window at rest. Needs a display, or Xvfb, and jars.
 *
 * <p>{@code --rounds N} of each kind; {@code --parcels N} or {@code --vault DIR} for the vault at
 * rest, else an empty one; {@code --rest SECONDS}, 0 for none; {@code --options "JVM OPTIONS"} for
 * our own window.
 */
final class StartBench implements Bench {
    private static final double CACHED_GOAL = 0.65;
    private static final double BARE_GOAL = 1.3;
    private static final double REST_GOAL = 350;
    private static final String MAIN = "packwitness.app.Main";
    private static final String BARE = "packwitness.ui.shell.BareWindow";
    private static final long SEED = 7;
    private static final int TITLES = 3000;
    private static final String USUAL = "/packwitness/app/desktop.options";

    @Override
    public boolean run(BenchRun run) throws Failure {
        int rounds = (int) run.number("rounds", 5);
        int rest = (int) run.number("rest", 30);
        try (OwnDisplay display = OwnDisplay.open(run)) {
            List<String> options =
                    List.of(run.text("options").orElse(usual()).strip().split("\\s+"));
            Path folder = Scratch.folder(run, "start");
            boolean holds = run(run, rounds, rest, options, folder, display);
            Scratch.delete(run, folder);
            return holds;
        } catch (IOException e) {
            throw new Failure(BenchProblem.FILE_UNREADABLE, e, "start");
        }
    }

    /** Returns the options that the desktop is started with, of which there is one list. */
    private static String usual() throws IOException {
        try (InputStream in = StartBench.class.getResourceAsStream(USUAL)) {
            if (in == null) throw new IOException("the build left out " + USUAL);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean run(
            BenchRun run,
            int rounds,
            int rest,
            List<String> options,
            Path folder,
            OwnDisplay display)
            throws Failure {
        Started started =
                new Started(folder, display.name(), System.getProperty("java.class.path"));
        if (!started.fromJars()) throw run.needs("packaging/run");
        // A shop's own vault: without the authority of the demonstration, whose key is one more.
        Vault.open(folder.resolve("vault"), run.clock(), 1).close();
        String vault = folder.resolve("vault").toString();
        Path cache = folder.resolve("start.aot");
        learn(started, options, vault, folder, cache);
        List<String> cached = with(options, "-XX:AOTCache=" + cache);
        List<Started.Once> plain = new ArrayList<>();
        List<Started.Once> quick = new ArrayList<>();
        List<Started.Once> bare = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            plain.add(started.once(options, MAIN, "--trial", "--vault", vault));
            quick.add(started.once(cached, MAIN, "--trial", "--vault", vault));
            bare.add(started.once(List.of(), BARE));
            run.tell(
                    Figures.line(
                            "round", i + 1,
                            "plain", text(plain.getLast()),
                            "cached", text(quick.getLast()),
                            "bare", text(bare.getLast())));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        double ofPlain = ratio(quick, plain, Started.Once::wall);
        double ofBare = ratio(quick, bare, Started.Once::wall);
        figures.put("plain_s", median(plain, Started.Once::wall));
        figures.put("cached_s", median(quick, Started.Once::wall));
        figures.put("bare_s", median(bare, Started.Once::wall));
        figures.put("cached_of_plain", Figures.round(ofPlain));
        figures.put("cached_of_bare", Figures.round(ofBare));
        figures.put("cached_of_plain_cpu", Figures.round(ratio(quick, plain, Started.Once::cpu)));
        figures.put("cached_of_bare_cpu", Figures.round(ratio(quick, bare, Started.Once::cpu)));
        boolean holds = ofPlain <= CACHED_GOAL && ofBare <= BARE_GOAL;
        Map<String, Object> goals = new LinkedHashMap<>();
        goals.put("cached_of_plain", CACHED_GOAL);
        goals.put("cached_of_bare", BARE_GOAL);
        if (rest > 0) {
            String rested = rested(run, folder).orElse(vault);
            if (!Files.isDirectory(Path.of(rested)))
                throw new Failure(BenchProblem.FILE_UNREADABLE, rested);
            double resident = started.resident(rest, cached, MAIN, "--vault", rested);
            figures.put("resident_mb", Figures.round(resident));
            goals.put("resident_mb", REST_GOAL);
            holds &= resident <= REST_GOAL;
        }
        return run.verdict(holds, figures, goals);
    }

    /** Returns the vault to be opened at rest: one that was named, or a new one of many parcels. */
    private static Optional<String> rested(BenchRun run, Path folder) throws Failure {
        long parcels = run.number("parcels", 0);
        if (parcels == 0) return run.text("vault");
        Path large = folder.resolve("large");
        try (Vault made = Vault.open(large, run.clock(), 1)) {
            new IndexFill(SEED, TITLES).fill(made.database(), parcels);
            // A window that still puts a million parcels in order is not at rest.
            new Finder(made.database()).settle();
        }
        return Optional.of(large.toString());
    }

    /**
     * Lets Java learn the start as packaging does; the first start of the three settles the vault.
     */
    private static void learn(
            Started started, List<String> options, String vault, Path folder, Path cache)
            throws Failure {
        String learnt = "-XX:AOTConfiguration=" + folder.resolve("start.aotconf");
        started.once(options, MAIN, "--trial", "--vault", vault);
        started.once(
                with(options, "-XX:AOTMode=record", learnt), MAIN, "--trial", "--vault", vault);
        started.run(with(options, "-XX:AOTMode=create", learnt, "-XX:AOTCache=" + cache), MAIN);
        if (!Files.exists(cache)) throw new Failure(BenchProblem.FILE_UNREADABLE, cache);
    }

    private static List<String> with(List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }

    private static double ratio(
            List<Started.Once> of, List<Started.Once> by, ToDoubleFunction<Started.Once> what) {
        return median(of, what) / median(by, what);
    }

    private static double median(List<Started.Once> all, ToDoubleFunction<Started.Once> what) {
        return Figures.round(Figures.median(all.stream().map(what::applyAsDouble).toList()));
    }

    private static String text(Started.Once once) {
        return Figures.round(once.wall()) + " s, cpu " + Figures.round(once.cpu()) + " s";
    }
}
