package packwitness.bench;

import packwitness.recording.FrameNumbers;
import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the running frame numbers of the demo scene in videos, from their pictures alone, and says
 * what is missing or doubled within a file and how two files that follow each other join: {@code
 * between} is the number of frames that stand in both (the pre-roll), {@code -n} where n frames are
 * in neither.
 */
final class FramesBench implements Bench {
    @Override
    public boolean run(BenchRun run) throws Failure {
        if (run.words().isEmpty()) throw run.needs("VIDEO...");
        long missing = 0;
        long doubled = 0;
        long outOfOrder = 0;
        long unreadable = 0;
        long between = 0;
        long lastOfPrevious = -1;
        for (String name : run.words()) {
            Path video = Path.of(name);
            if (!Files.isRegularFile(video)) throw new Failure(BenchProblem.FILE_UNREADABLE, video);
            FrameNumbers.Count count = FrameNumbers.count(video);
            missing += count.missing();
            doubled += count.doubled();
            outOfOrder += count.outOfOrder();
            unreadable += count.unreadable();
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", name);
            line.put("first", count.first());
            line.put("last", count.last());
            line.put("missing", count.missing());
            line.put("doubled", count.doubled());
            line.put("out_of_order", count.outOfOrder());
            line.put("unreadable", count.unreadable());
            if (lastOfPrevious >= 0) {
                long overlap = lastOfPrevious - count.first() + 1;
                line.put(overlap >= 0 ? "overlap" : "gap", Math.abs(overlap));
                if (overlap < 0) between -= overlap;
            }
            lastOfPrevious = count.last();
            run.tell(line);
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("missing", missing);
        figures.put("doubled", doubled);
        figures.put("out_of_order", outOfOrder);
        figures.put("unreadable", unreadable);
        figures.put("missing_between", between);
        Map<String, Object> goals = new LinkedHashMap<>();
        for (String figure : figures.keySet()) goals.put(figure, 0);
        boolean holds = missing + doubled + outOfOrder + unreadable + between == 0;
        return run.verdict(holds, figures, goals);
    }
}
