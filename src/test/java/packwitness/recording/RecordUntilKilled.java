package packwitness.recording;

import packwitness.value.TakeId;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Records until it is killed and prints each link once it is on the disk. */
final class RecordUntilKilled {
    private RecordUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        Station station = new Station(Path.of(arguments[0]), "demo:?size=640x360&fps=60");
        station.begin(1);
        int printed = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            var segments = station.heard.segments.get(new TakeId(1));
            for (; segments != null && printed < segments.size(); printed++) {
                Segment s = segments.get(printed);
                System.out.println(
                        String.join(
                                " ",
                                "segment",
                                "" + s.number(),
                                "" + s.offset(),
                                "" + s.length(),
                                s.bytes().hex(),
                                s.link().hex(),
                                "" + s.frames(),
                                s.lastFrameAt().toString()));
            }
            Thread.sleep(20);
        }
        Runtime.getRuntime().halt(1);
    }
}
