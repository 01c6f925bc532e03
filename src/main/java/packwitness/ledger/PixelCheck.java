package packwitness.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C7 for the pixels: what a camera saw of the code of a checkpoint. The code of a checkpoint cannot
 * be known before the stamp whose row it covers, so a frame that shows it was not filmed before.
 */
final class PixelCheck {
    static final String CHECKPOINT = "checkpoint";
    private static final String CHECK = "C7";

    private final Findings findings;
    private final String source;
    private final Map<String, Note> byCode = new HashMap<>();
    private final List<SoundStamp> stamps;

    PixelCheck(Findings findings, String source, Collection<Note> notes, List<SoundStamp> stamps) {
        this.findings = findings;
        this.source = source;
        this.stamps = stamps;
        for (Note note : notes) byCode.put(note.code(), note);
    }

    static boolean isAbout(Entry row) {
        return row.kind() == EntryKind.SEEN && row.facts().containsKey(CHECKPOINT);
    }

    void see(Entry row) {
        if (!isAbout(row)) return;
        String about = source + " SEEN " + row.seq();
        String code = row.facts().getOrDefault(CHECKPOINT, "");
        String frame = row.facts().getOrDefault("frame", "-");
        Note note = byCode.get(code);
        if (note == null) {
            findings.undecided(CHECK, about, "bracket.pixelsUnknown", frame, code);
            return;
        }
        if (note.size() > row.seq()) {
            findings.failed(CHECK, about, "bracket.pixelsEarly", frame, code, note.size());
            return;
        }
        Optional<SoundStamp> lower =
                stamps.stream()
                        .filter(stamp -> stamp.row().map(at -> at < note.size()).orElse(false))
                        .max(Comparator.comparing(SoundStamp::genTime));
        if (lower.isEmpty())
            findings.undecided(CHECK, about, "bracket.pixelsUnstamped", frame, code);
        else
            findings.add(
                    CHECK,
                    new Finding(
                            lower.get().kind() == AuthorityKind.COMMERCIAL
                                    ? Outcome.PASSED
                                    : Outcome.UNDECIDED,
                            about,
                            "bracket.pixels",
                            List.of(frame, code, lower.get().genTime().toString())));
    }
}
