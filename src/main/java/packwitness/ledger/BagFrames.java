package packwitness.ledger;

import packwitness.recording.StreamHash;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** C11 of a bag: its key frames and copies against the originals beside them. One thread. */
final class BagFrames {
    private final BagFiles bag;
    private final SortedMap<Long, Entry> rows;
    private final Findings findings;
    private final KnownCuts known;

    BagFrames(BagFiles bag, SortedMap<Long, Entry> rows, Findings findings, KnownCuts known) {
        this.known = known;
        this.bag = bag;
        this.rows = rows;
        this.findings = findings;
    }

    /** A line of frames.txt: index, milliseconds, pixels, picture, original. */
    private record Line(long index, String pixels, String picture, String original) {
        static Optional<Line> read(String line) {
            String[] parts = line.split("\t", -1);
            if (parts.length != 5
                    || !parts[0].matches("[0-9]{1,12}")
                    || !parts[1].matches("[0-9]{1,12}")
                    || !Sha256.isHex(parts[2])) return Optional.empty();
            return Optional.of(new Line(Long.parseLong(parts[0]), parts[2], parts[3], parts[4]));
        }
    }

    void check(Optional<String> only) {
        Map<String, List<Line>> byOriginal = new TreeMap<>();
        Set<String> told = new HashSet<>();
        for (String text : bag.text(BagNames.FRAMES).lines().toList()) {
            Optional<Line> line = Line.read(text);
            if (line.isEmpty()) {
                findings.failed("C11", bag.name(BagNames.FRAMES), "frame.line");
                continue;
            }
            told.add(line.get().picture());
            if (only.isEmpty() || only.get().equals(line.get().picture()))
                byOriginal
                        .computeIfAbsent(line.get().original(), o -> new ArrayList<>())
                        .add(line.get());
        }
        for (String picture : named("KEY_FRAME"))
            if (!told.contains(picture) && only.isEmpty())
                findings.undecided("C11", bag.name(picture), "frame.untold");
        frames(byOriginal);
        if (only.isEmpty()) for (String copy : named("COPY")) copy(copy);
    }

    /** Returns the files that the bag calls key frames. */
    static List<Path> pictures(BagFiles bag) {
        return named(bag, "KEY_FRAME").stream().flatMap(name -> bag.find(name).stream()).toList();
    }

    /** Two videos at once; what was found stands in the order of their names all the same. */
    private void frames(Map<String, List<Line>> byOriginal) {
        List<Findings> each = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            byOriginal.forEach((original, lines) -> {
                Findings own = new Findings();
                each.add(own);
                two.execute(() -> frames(original, lines, own));
            });
        }
        for (Findings own : each) findings.addAll("C11", own);
    }

    private void frames(String original, List<Line> lines, Findings own) {
        Sha256 hash = bag.real().get(original);
        Optional<Path> video = hash == null ? Optional.empty() : bag.find(original);
        Map<FrameCheck.Cut, KnownCuts.Key> cuts = new LinkedHashMap<>();
        for (Line line : lines) {
            String about = bag.name(line.picture());
            Sha256 shown = bag.real().get(line.picture());
            Optional<Path> picture = shown == null ? Optional.empty() : bag.find(line.picture());
            if (hash == null || video.isEmpty() || !isOriginal(hash))
                own.failed("C11", about, "frame.noOriginal", original);
            else if (shown == null || picture.isEmpty())
                own.failed("C11", about, "frame.noPicture");
            else {
                var key = new KnownCuts.Key(hash, shown, line.index(), line.pixels());
                var cut = new FrameCheck.Cut(about, picture.get(), line.index(), line.pixels());
                known.find(key)
                        .ifPresentOrElse(
                                at -> FrameCheck.same(own, about, line.index(), at),
                                () -> cuts.put(cut, key));
            }
        }
        if (video.isEmpty() || cuts.isEmpty()) return;
        new FrameCheck(own)
                .check(video.get(), List.copyOf(cuts.keySet()))
                .forEach((cut, at) -> {
                    KnownCuts.Key key = cuts.get(cut);
                    if (key != null) known.add(key, at);
                });
    }

    /** A video whose whole hash stands in the last row of a recording. */
    private boolean isOriginal(Sha256 hash) {
        return rows.values().stream()
                .filter(row -> Take.isRecording(row.kind()) && row.kind() != EntryKind.SEGMENT)
                .anyMatch(row ->
                        hash.hex().equals(row.facts().get("sha256"))
                                || hash.hex().equals(row.facts().get("file_sha256")));
    }

    /** A copy for playing has the same coded stream as an original. */
    private void copy(String name) {
        Optional<Path> file = bag.find(name);
        if (file.isEmpty() || !name.endsWith(".mp4")) return;
        try {
            String stream = StreamHash.of(file.get()).hex();
            boolean same =
                    rows.values().stream()
                            .filter(row -> row.kind() == EntryKind.STOP)
                            .anyMatch(row -> stream.equals(row.facts().get("stream")));
            if (same) findings.passed("C11", bag.name(name), "copy.same");
            else findings.failed("C11", bag.name(name), "copy.other");
        } catch (Failure | RuntimeException unreadable) {
            findings.failed("C11", bag.name(name), "copy.other");
        } catch (LinkageError noDecoderHere) {
            findings.undecided("C11", bag.name(name), "frame.noDecoder");
        }
    }

    private List<String> named(String role) {
        return named(bag, role);
    }

    private static List<String> named(BagFiles bag, String role) {
        List<String> names = new ArrayList<>();
        for (String line : bag.text(BagNames.ROLES).lines().toList()) {
            String[] parts = line.split(" ", 3);
            if (parts.length == 3 && parts[0].equals(role) && bag.real().containsKey(parts[2]))
                names.add(parts[2]);
        }
        return names;
    }
}
