package packwitness.inspect;

import packwitness.inspect.c2pa.C2paReader;
import packwitness.inspect.c2pa.C2paReport;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.container.FileWalker;
import packwitness.inspect.container.PictureFile;
import packwitness.inspect.label.AigcLabel;
import packwitness.inspect.label.CameraReader;
import packwitness.inspect.label.CameraTrace;
import packwitness.inspect.label.EditorReader;
import packwitness.inspect.label.EditorTrace;
import packwitness.inspect.label.FileWords;
import packwitness.inspect.label.GeneratorReader;
import packwitness.inspect.label.GeneratorTrace;
import packwitness.inspect.label.LabelKeys;
import packwitness.inspect.label.LabelReader;
import packwitness.inspect.label.Said;
import packwitness.inspect.label.SourceType;
import packwitness.value.Sha256;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads every machine label of a picture or video; immutable, usable from any thread. The bytes are
 * never changed, and hostile input becomes a finding.
 */
public final class PictureInspector {
    private static final String DUBLIN_CORE_TERMS = "http://purl.org/dc/terms/";

    private final TrustList trust;
    private final LabelKeys keys;
    private final Clock clock;

    /** The clock gives the date on which certificates are judged. */
    public PictureInspector(TrustList trust, Clock clock) {
        this(trust, LabelKeys.none(), clock);
    }

    /** The keys check signatures in labels; the clock gives the date for certificates. */
    public PictureInspector(TrustList trust, LabelKeys keys, Clock clock) {
        this.trust = trust;
        this.keys = keys;
        this.clock = clock;
    }

    /** Inspects the bytes exactly as received. */
    public Inspection inspect(byte[] received) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant judged = today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
        PictureFile file = FileWalker.walk(received);
        List<Said> words = FileWords.of(file);
        C2paReport c2pa = C2paReader.read(file, remote(words), trust, judged);
        List<AigcLabel> labels = LabelReader.read(words).stream().map(keys::checked).toList();
        List<GeneratorTrace> traces = GeneratorReader.read(words);
        CameraTrace camera = CameraReader.read(words);
        EditorTrace editor = EditorReader.read(words);

        List<Sign> signs = new ArrayList<>(SignsOfC2pa.of(c2pa));
        labels.forEach(label -> signs.add(SignsOfWords.of(label)));
        SourceType.read(words).forEach(type -> signs.add(SignsOfWords.of(type)));
        traces.forEach(trace -> signs.add(SignsOfWords.of(trace)));
        if (!editor.editor().isEmpty()) signs.add(SignsOfWords.editor(editor));
        if (!editor.history().isEmpty()) signs.add(SignsOfWords.history(editor));
        if (camera.namesCamera()) signs.add(SignsOfWords.of(camera));
        if (!file.damage().isEmpty()) signs.add(damaged(file));

        boolean picture = !file.container().equals("none");
        return new Inspection(
                Sha256.of(received),
                received.length,
                file.container(),
                file.width(),
                file.height(),
                FindingChoice.of(picture, c2pa, signs),
                signs,
                labels,
                c2pa,
                traces,
                camera,
                editor.software(),
                signs.stream().filter(Sign::speaksForTheBuyer).toList(),
                file.damage(),
                trust.name(),
                today);
    }

    private static Sign damaged(PictureFile file) {
        return new Sign(
                SignKind.DAMAGED_FILE,
                Strength.C,
                false,
                file.container(),
                Map.of("damage", String.join("; ", file.damage())));
    }

    private static String remote(List<Said> words) {
        return words.stream()
                .filter(s -> s.space().equals(DUBLIN_CORE_TERMS) && s.name().equals("provenance"))
                .map(Said::text)
                .filter(text -> text.startsWith("http"))
                .findFirst()
                .orElse("");
    }
}
