package packwitness.bench;

import packwitness.value.Failure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One benchmark: tells its lines, the last one by {@link BenchRun#verdict}. */
public interface Bench {
    /** Runs and returns whether the goals hold. */
    boolean run(BenchRun run) throws Failure;

    /** Runs the benchmark of this name and returns whether its goals hold. */
    static boolean run(
            String name, List<String> arguments, Clock clock, Consumer<Map<String, Object>> lines)
            throws Failure {
        SortedMap<String, Bench> all = new TreeMap<>();
        all.put("attacks", new AttacksBench());
        all.put("dossier", new DossierBench());
        all.put("index", new IndexBench());
        all.put("import", new ImportBench());
        all.put("inspect", new InspectBench());
        all.put("compare", new CompareBench());
        all.put("listing", new ListingBench());
        all.put("fuzz-inspect", new FuzzInspectBench());
        all.put("scan", new ScanBench());
        all.put("record", new RecordBench());
        all.put("copy", new CopyBench());
        all.put("station", new StationBench());
        all.put("soak", new SoakBench());
        all.put("ledger", new LedgerBench());
        all.put("mutate", new MutateBench());
        all.put("verify", new VerifyBench());
        all.put("faults", new FaultsBench());
        all.put("frames", new FramesBench());
        all.put("start", new StartBench());
        all.put("kill", new KillBench());
        all.put("powercut", new PowercutBench());
        all.put("retention", new RetentionBench());
        all.put("kill-index", new KillIndexBench());
        Bench found = all.get(name);
        if (found == null)
            throw new Failure(BenchProblem.UNKNOWN, name, String.join(", ", all.keySet()));
        return found.run(BenchRun.of(name, arguments, clock, lines));
    }
}
