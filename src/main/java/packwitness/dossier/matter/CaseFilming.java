package packwitness.dossier.matter;

import packwitness.dossier.paper.Authority;
import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Filming;
import packwitness.dossier.paper.Footage;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.StillRole;
import packwitness.dossier.paper.TimeBracket;
import packwitness.dossier.paper.TimelineEvent;
import packwitness.dossier.paper.Times;
import packwitness.ledger.AuthorityKind;
import packwitness.ledger.Bracket;
import packwitness.ledger.PixelBound;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;
import packwitness.value.TakeId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the packing table saw: the recordings with their counts, and the stills cut from them. */
final class CaseFilming {
    private static final int MOST_GAPS = 5;

    private final CaseMaterial material;
    private final ExhibitList exhibits;
    private final CaseWords words;
    private final Map<TakeId, ExhibitNo> recordings = new HashMap<>();
    private final List<packwitness.dossier.paper.Still> stills = new ArrayList<>();
    private final List<Footage> footage = new ArrayList<>();

    CaseFilming(CaseMaterial material, ExhibitList exhibits, CaseWords words) {
        this.material = material;
        this.words = words;
        this.exhibits = exhibits;
        for (Take take : closedTakes()) footage.add(footage(take));
        for (Take take : closedTakes())
            for (Take.Still still : take.stills()) stills.add(still(take, still));
    }

    Filming with(List<TimelineEvent> events) {
        return new Filming(footage, stills, events);
    }

    /** Returns the exhibit of a take's recording. */
    ExhibitNo recordingOf(Take take) {
        ExhibitNo no = recordings.get(take.id());
        if (no == null) throw new IllegalArgumentException("take is not closed: " + take.number());
        return no;
    }

    List<Take> closedTakes() {
        return material.shipment().takes().stream()
                .filter(take -> take.stop().isPresent())
                .toList();
    }

    private List<Take> views(Take take) {
        return closedTakes().stream().filter(t -> t.number() == take.number()).toList();
    }

    private Footage footage(Take take) {
        Take.Stop stop = take.stop().orElseThrow();
        String name =
                views(take).size() > 1
                        ? words.say("footage.name." + take.view(), take.number())
                        : words.say("footage.name", take.number());
        DataFile file =
                new DataFile(
                        CaseFiles.bagName(take),
                        words.say("data.video"),
                        words.say("footage.format"),
                        stop.bytes(),
                        stop.sha256(),
                        stop.lastAt(),
                        words.say("data.place", take.station()),
                        words.say("footage.method"),
                        material.program());
        ExhibitNo no =
                exhibits.add(
                        ExhibitList.FILMING,
                        name,
                        words.say("footage.source", take.station()),
                        words.say("footage.purpose"),
                        Optional.of(file));
        recordings.put(take.id(), no);
        return new Footage(
                no,
                name,
                CaseFiles.bagName(take),
                stop.bytes(),
                stop.sha256(),
                stop.firstAt(),
                stop.lastAt(),
                stop.length(),
                words.say("footage.picture", size(take), rate(stop)),
                words.say("footage.place", take.station(), take.camera()),
                "",
                stop.received(),
                stop.dropped(),
                stop.recorded(),
                stop.preRoll(),
                bracket(material.brackets().get(take.id())),
                gaps(take, stop),
                selfCheck(take, stop));
    }

    private List<String> gaps(Take take, Take.Stop stop) {
        List<String> gaps = new ArrayList<>();
        if (take.state() == TakeState.INTERRUPTED)
            gaps.add(words.say("footage.interrupted", stop.segments(), 0));
        if (stop.dropped() > 0) gaps.add(words.say("footage.gap", stop.dropped()));
        stop.gaps().stream().limit(MOST_GAPS).map(this::gap).forEach(gaps::add);
        if (stop.gaps().size() > MOST_GAPS)
            gaps.add(words.say("footage.gap.more", stop.gaps().size()));
        return gaps;
    }

    /** Reads {@code first-last CAUSE milliseconds}. */
    private String gap(String told) {
        String[] parts = told.split(" ");
        return parts.length == 3
                ? words.say(
                        "footage.gap.one",
                        parts[0],
                        words.say("footage.cause." + parts[1]),
                        parts[2])
                : told;
    }

    private List<String> selfCheck(Take take, Take.Stop stop) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("footage.check.sum", stop.received(), stop.dropped(), stop.recorded()));
        if (stop.preRoll() > 0) lines.add(words.say("footage.check.preroll", stop.preRoll()));
        boolean seen = false;
        for (Take.Sighting sighting : take.sightings()) {
            String key =
                    sighting.isTheWaybill() ? "footage.check.seen" : "footage.check.seen.other";
            lines.add(words.say(key, Masked.number(sighting.code()), Times.clock(sighting.at())));
            seen |= sighting.isTheWaybill();
        }
        if (!seen && views(take).stream().noneMatch(Take::labelSeen))
            lines.add(words.say("footage.check.unseen"));
        PixelBound pixels = material.pixels().get(take.id());
        if (pixels != null)
            lines.add(
                    words.say(
                            pixels.notBeforeBy() == AuthorityKind.COMMERCIAL
                                    ? "footage.check.pixels"
                                    : "footage.check.pixels.test",
                            pixels.frame(),
                            pixels.code(),
                            Times.stamp(pixels.notBefore())));
        return lines;
    }

    private packwitness.dossier.paper.Still still(Take take, Take.Still still) {
        StillRole role = role(take, still);
        ExhibitNo source = recordingOf(take);
        byte[] jpeg = material.stills().getOrDefault(still.file(), new byte[0]);
        Instant first = take.stop().orElseThrow().firstAt();
        DataFile file =
                new DataFile(
                        CaseFiles.bagName(take, still),
                        words.say("data.picture"),
                        words.say("still.format"),
                        jpeg.length,
                        still.sha256(),
                        first.plus(still.at()),
                        words.say("data.place", take.station()),
                        words.say("still.method"),
                        material.program());
        ExhibitNo no =
                exhibits.add(
                        ExhibitList.FILMING,
                        words.say("still.name", still.frame(), Times.length(still.at())),
                        words.say("still.source", source),
                        words.say("still.purpose"),
                        Optional.of(file));
        return new packwitness.dossier.paper.Still(
                no,
                source,
                role,
                Picture.of(jpeg),
                still.frame(),
                still.at(),
                first.plus(still.at()),
                still.pixels(),
                words.say("still." + role));
    }

    /**
     * The label is where it was read in the picture; else the order of packing tells: goods, then
     * seal.
     */
    private static StillRole role(Take take, Take.Still still) {
        List<Take.Still> all = take.stills();
        Instant first = take.stop().orElseThrow().firstAt();
        Optional<Duration> seen =
                take.sightings().stream()
                        .filter(Take.Sighting::isTheWaybill)
                        .map(sighting -> Duration.between(first, sighting.at()))
                        .findFirst();
        if (seen.isPresent()) {
            Optional<Take.Still> label =
                    all.stream().filter(s -> s.at().compareTo(seen.get()) >= 0).findFirst();
            if (label.isPresent() && label.get().number() == still.number()) return StillRole.LABEL;
        }
        if (still.number() == all.getLast().number()) return StillRole.SEAL;
        return still.number() == goodsFrame(take).number() ? StillRole.GOODS : StillRole.OTHER;
    }

    /** The goods lie open two fifths of the way from the scan to the end. */
    private static Take.Still goodsFrame(Take take) {
        Take.Stop stop = take.stop().orElseThrow();
        Duration scan = Duration.between(stop.firstAt(), take.scannedAt());
        Duration wanted = scan.plus(stop.length().minus(scan).multipliedBy(2).dividedBy(5));
        return take.stills().stream()
                .min(java.util.Comparator.comparing((Take.Still s) -> s.at().minus(wanted).abs()))
                .orElseThrow();
    }

    private static TimeBracket bracket(@org.jspecify.annotations.Nullable Bracket bracket) {
        if (bracket == null)
            return new TimeBracket(Optional.empty(), Optional.empty(), Authority.COMMERCIAL);
        Authority weaker = Authority.COMMERCIAL;
        for (Optional<AuthorityKind> by : List.of(bracket.notBeforeBy(), bracket.notAfterBy()))
            if (by.isPresent() && by.get() != AuthorityKind.COMMERCIAL)
                weaker = Authority.valueOf(by.get().name());
        return new TimeBracket(bracket.notBefore(), bracket.notAfter(), weaker);
    }

    private String size(Take take) {
        return take.stills().isEmpty()
                ? ""
                : take.stills().getFirst().width() + "×" + take.stills().getFirst().height();
    }

    private static String rate(Take.Stop stop) {
        double seconds = stop.length().toMillis() / 1000.0;
        return seconds <= 0
                ? "—"
                : String.format(Locale.ROOT, "%.0f", Math.max(0, stop.recorded() - 1) / seconds);
    }
}
