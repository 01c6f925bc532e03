package packwitness.ui.shipments;

import packwitness.ledger.Entry;
import packwitness.ledger.EntryKind;
import packwitness.shipment.Take;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of a parcel as sentences; what comes by the dozen is told once with its number. */
final class History {
    /** A sentence of the story. */
    record Line(Mark mark, Instant at, String text) {}

    /** Ways of looking that are told with their own words; all others are "looked at". */
    private static final Set<String> LOOKS =
            Set.of(
                    "buyer shown",
                    "frame copied",
                    "marked",
                    "unmarked",
                    "person",
                    "show",
                    "desktop");

    private static final Set<String> COPIES = Set.of("clip", "frame", "redacted copy", "dossier");

    private final Words words;
    private final Times times;

    History(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** Returns the story, oldest first. */
    List<Line> of(List<Entry> rows, ShipmentPage page) {
        Map<String, Line> lines = new LinkedHashMap<>();
        Map<String, Integer> views = new LinkedHashMap<>();
        for (Entry row : rows) {
            String key = key(row);
            int count = views.merge(key, 1, Integer::sum);
            Optional<Line> line = line(row, page, count).map(said -> named(said, row, page));
            if (line.isEmpty()) continue;
            // The last of many stands where the last happened.
            lines.remove(key);
            lines.put(key, line.get());
        }
        return new ArrayList<>(lines.values());
    }

    /** What is told in one sentence together. */
    private String key(Entry row) {
        return switch (row.kind()) {
            case SEEN -> "SEEN " + row.facts().get("take") + row.facts().get("matches");
            case VIEW -> "VIEW " + row.facts().get("how");
            case EVENT -> "EVENT " + row.facts().get("take") + row.facts().get("alarm");
            case SEGMENT -> "SEGMENT " + row.facts().get("take");
            case GENESIS,
                    KEY,
                    ARM,
                    START,
                    STOP,
                    INTERRUPTED,
                    BIND,
                    HOLD,
                    IMPORT,
                    CLAIM,
                    PICTURE,
                    INSPECT,
                    EXPORT,
                    STAMP,
                    ERASE ->
                    "" + row.seq();
        };
    }

    private Optional<Line> line(Entry row, ShipmentPage page, int count) {
        return switch (row.kind()) {
            case START -> told(Mark.RUNNING, row, "ui.history.START");
            case STOP -> stop(row, page);
            case INTERRUPTED -> told(Mark.ATTENTION, row, "ui.history.INTERRUPTED");
            case SEEN ->
                    "true".equals(row.facts().get("matches"))
                            ? told(Mark.READY, row, "ui.history.SEEN")
                            : Optional.empty();
            case EVENT ->
                    told(
                            Mark.ATTENTION,
                            row,
                            "ui.history.EVENT",
                            row.facts().getOrDefault("alarm", ""),
                            count);
            case BIND -> told(Mark.READY, row, "ui.history.BIND");
            case HOLD ->
                    told(
                            Mark.RUNNING,
                            row,
                            "true".equals(row.facts().get("on"))
                                    ? "ui.history.HOLD.on"
                                    : "ui.history.HOLD.off");
            case CLAIM -> told(Mark.ATTENTION, row, "ui.history.CLAIM");
            case PICTURE -> told(Mark.READY, row, "ui.history.PICTURE");
            case INSPECT -> told(Mark.READY, row, "ui.history.INSPECT");
            case VIEW -> looked(row, count);
            case EXPORT -> exported(row);
            case ERASE -> told(Mark.ATTENTION, row, "ui.history.ERASE");
            case GENESIS, KEY, ARM, SEGMENT, IMPORT, STAMP -> Optional.empty();
        };
    }

    private Optional<Line> stop(Entry row, ShipmentPage page) {
        Optional<ShipmentPage.TakePage> of = take(row, page);
        Optional<Take.Stop> stop = of.flatMap(one -> one.take().stop());
        if (of.isEmpty() || stop.isEmpty()) return told(Mark.READY, row, "ui.history.STOP.bare");
        boolean whole = stop.get().dropped() == 0 && row.kind() == EntryKind.STOP;
        Attested attested = new Attested(words, times);
        boolean practice = attested.mark(of.get().bracket()) == Mark.ATTENTION;
        return told(
                whole && !practice ? Mark.READY : Mark.ATTENTION,
                row,
                "ui.history.STOP",
                times.clock(stop.get().firstAt()),
                times.clock(stop.get().lastAt()),
                attested.notBefore(of.get().bracket()),
                attested.notAfter(of.get().bracket()),
                stop.get().dropped());
    }

    private Optional<Line> looked(Entry row, int count) {
        String how = row.facts().getOrDefault("how", "");
        String told = LOOKS.contains(how) ? how.replace(' ', '-') : "other";
        return told(Mark.OFF, row, "ui.history.VIEW." + told, count);
    }

    private Optional<Line> exported(Entry row) {
        String what = row.facts().getOrDefault("what", "");
        String told = COPIES.contains(what) ? what.replace(' ', '-') : "other";
        return told(Mark.OFF, row, "ui.history.EXPORT." + told);
    }

    private Optional<Line> told(Mark mark, Entry row, String key, Object... values) {
        return Optional.of(new Line(mark, row.at(), words.say(key, values)));
    }

    private static Optional<ShipmentPage.TakePage> take(Entry row, ShipmentPage page) {
        String id = row.facts().getOrDefault("take", "");
        return page.takes().stream()
                .filter(one -> one.take().id().toString().equals(id))
                .findFirst();
    }

    /** Names the camera where the parcel has films of two. */
    private Line named(Line line, Entry row, ShipmentPage page) {
        boolean several =
                page.takes().stream().map(one -> one.take().view()).distinct().count() > 1;
        Optional<ShipmentPage.TakePage> of = take(row, page);
        if (!several || of.isEmpty()) return line;
        String view = words.say("ui.desk.view." + of.get().take().view());
        return new Line(line.mark(), line.at(), words.say("ui.history.view", view, line.text()));
    }
}
