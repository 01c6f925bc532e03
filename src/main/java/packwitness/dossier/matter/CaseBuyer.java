package packwitness.dossier.matter;

import packwitness.claim.ClaimFile;
import packwitness.claim.FileRole;
import packwitness.dossier.paper.AiLabelLine;
import packwitness.dossier.paper.BuyerSide;
import packwitness.dossier.paper.DataFile;
import packwitness.dossier.paper.DiffRegion;
import packwitness.dossier.paper.ExhibitNo;
import packwitness.dossier.paper.Picture;
import packwitness.dossier.paper.PictureComparison;
import packwitness.dossier.paper.PictureFinding;
import packwitness.dossier.paper.ReceivedPicture;
import packwitness.dossier.paper.Strength;
import packwitness.inspect.FindingWords;
import packwitness.inspect.Inspection;
import packwitness.inspect.Sign;
import packwitness.inspect.c2pa.TrustList;
import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Figures;
import packwitness.inspect.compare.MeasuredRates;
import packwitness.inspect.compare.Reason;
import packwitness.inspect.compare.Region;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.label.AigcLabel;
import packwitness.ledger.EntryKind;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buyer handed in, what was found in it, and everything that speaks for the buyer. */
final class CaseBuyer {
    private final CaseMaterial material;
    private final ExhibitList exhibits;
    private final CaseWords words;
    private final Map<Long, ExhibitNo> numbers = new HashMap<>();
    private final List<ReceivedPicture> received = new ArrayList<>();
    private final List<PictureComparison> comparisons = new ArrayList<>();
    private final List<AiLabelLine> labels = new ArrayList<>();

    CaseBuyer(CaseMaterial material, ExhibitList exhibits, CaseWords words) {
        this.material = material;
        this.words = words;
        this.exhibits = exhibits;
        for (ClaimFile file : material.claim().files(FileRole.LISTING)) number(file, "listing");
        for (ClaimFile file : material.claim().files(FileRole.BUYER)) {
            number(file, "received");
            received.add(received(file));
        }
        for (CaseMaterial.Pair pair : material.pairs()) comparisons.add(comparison(pair));
    }

    BuyerSide side() {
        return new BuyerSide(received, comparisons, labels, speaksForTheBuyer());
    }

    ExhibitNo exhibitOf(ClaimFile file) {
        ExhibitNo no = numbers.get(file.id());
        if (no == null) throw new IllegalArgumentException("no exhibit: " + file.id());
        return no;
    }

    private void number(ClaimFile file, String kind) {
        Inspection inspection = material.inspections().get(file.id());
        DataFile data =
                new DataFile(
                        CaseFiles.bagName(file),
                        words.say("data.picture"),
                        inspection == null ? "" : inspection.container(),
                        file.bytes(),
                        file.sha256(),
                        file.at(),
                        "",
                        words.say("received.method"),
                        material.program());
        numbers.put(
                file.id(),
                exhibits.add(
                        ExhibitList.PICTURES,
                        words.say(kind + ".name", file.name()),
                        words.say(kind + ".source", file.obtained()),
                        words.say(kind + ".purpose"),
                        Optional.of(data)));
    }

    private ReceivedPicture received(ClaimFile file) {
        Inspection inspection = material.inspections().get(file.id());
        byte[] bytes = material.bytes().getOrDefault(file.id(), new byte[0]);
        List<PictureFinding> findings = new ArrayList<>();
        if (inspection != null) {
            for (Sign sign : inspection.signs()) findings.add(finding(sign));
            if (inspection.signs().isEmpty()) findings.add(overall(inspection));
            for (AigcLabel label : inspection.labels())
                if (label.readable()) labels.add(label(file, label));
        }
        return new ReceivedPicture(
                exhibitOf(file),
                file.name(),
                Picture.of(bytes),
                file.sha256(),
                file.bytes(),
                inspection == null ? "" : inspection.container(),
                file.at(),
                file.obtained(),
                inspection == null ? "" : checkedWith(inspection),
                findings);
    }

    /** Names what the inspection hangs on besides the bytes: program, trust list and day. */
    private String checkedWith(Inspection inspection) {
        String list = inspection.trustList();
        return words.say(
                "received.checked",
                material.program(),
                list.equals(TrustList.NONE) ? words.say("received.nolist") : list,
                firstSeen(inspection));
    }

    /** Returns the day on which this was found first: to look again finds the same. */
    private LocalDate firstSeen(Inspection inspection) {
        return material.entries().stream()
                .filter(entry -> entry.kind() == EntryKind.INSPECT)
                .filter(entry ->
                        inspection.received().hex().equals(entry.facts().get("sha256"))
                                && inspection.finding().name().equals(entry.facts().get("finding"))
                                && inspection.trustList().equals(entry.facts().get("trust_list")))
                .findFirst()
                .map(entry -> entry.at().atZone(ZoneOffset.UTC).toLocalDate())
                .orElse(inspection.judgedOn());
    }

    private PictureFinding finding(Sign sign) {
        FindingWords found = sign.words(words.lang());
        String seen =
                String.join(
                        words.say("and"),
                        sign.facts().entrySet().stream()
                                .map(fact -> fact.getKey() + " = " + cut(fact.getValue()))
                                .toList());
        Strength strength =
                sign.speaksForTheBuyer()
                        ? Strength.FOR_BUYER
                        : switch (sign.strength()) {
                            case A -> Strength.STRONG;
                            case B -> Strength.GOOD;
                            case C -> Strength.WEAK;
                        };
        return new PictureFinding(
                found.says(), strength, seen, found.proves(), found.doesNotProve());
    }

    private PictureFinding overall(Inspection inspection) {
        FindingWords found = inspection.words(words.lang());
        return new PictureFinding(
                found.says(), Strength.NEUTRAL, "", found.proves(), found.doesNotProve());
    }

    private AiLabelLine label(ClaimFile file, AigcLabel label) {
        return new AiLabelLine(
                exhibitOf(file),
                label.place(),
                "Label = " + label.value(),
                label.producer().text(),
                label.produceId(),
                label.propagator().text(),
                label.propagateId(),
                words.say("labels.signature." + label.signature()));
    }

    private PictureComparison comparison(CaseMaterial.Pair pair) {
        Comparison found = pair.comparison();
        String result =
                found.copy()
                        ? found.changed()
                                ? words.say("compare.copy.changed", found.regions().size())
                                : words.say("compare.copy.same")
                        : found.sideBySide()
                                ? words.say("compare.sidebyside")
                                : found.why().getFirst() == Reason.DIFFERENT_PICTURE
                                        ? words.say("compare.none")
                                        : plain(found.says(words.lang()));
        ExhibitNo ours = exhibitOf(pair.ours());
        ExhibitNo theirs = exhibitOf(pair.theirs());
        ExhibitNo no =
                exhibits.add(
                        ExhibitList.PICTURES,
                        words.say("compare.name", comparisons.size() + 1),
                        words.say("compare.source", ours, theirs),
                        words.say("compare.purpose"),
                        Optional.empty());
        return new PictureComparison(
                no,
                ours,
                Picture.of(material.bytes().getOrDefault(pair.ours().id(), new byte[0])),
                words.say("listing.called", pair.ours().name()),
                pair.ours().sha256(),
                pair.ours().at(),
                theirs,
                Picture.of(pair.overlay()),
                found.copy(),
                regions(found),
                result,
                words.say(found.copy() ? "compare.proves.copy" : "compare.proves.other"),
                limited(
                        words.say(found.copy() ? "compare.not.copy" : "compare.not.other"),
                        found.limitsSay(words.lang())),
                rates());
    }

    /** Adds what lessens the worth of the comparison to what it does not prove. */
    private String limited(String not, List<String> limits) {
        String all = not;
        for (String limit : limits) all = words.say("compare.limited", all, plain(limit));
        return all;
    }

    private static String plain(String sentence) {
        return sentence.replaceAll("[。.]$", "");
    }

    /** Says how often the comparison erred when it was measured. */
    private String rates() {
        MeasuredRates rates = MeasuredRates.shipped();
        if (rates.sets().isEmpty() || !rates.isOfThisProgram()) return words.say("compare.norates");
        Figures sum = rates.sum();
        List<Object> said = new ArrayList<>(List.of(sum.date(), rates.parameters()));
        said.add(sum.truePairs().compared());
        said.add(sum.truePairs().copies());
        said.add(sum.strangers().compared());
        said.add(sum.strangers().copies());
        for (Kind kind : List.of(Kind.CRACK, Kind.STAIN, Kind.PATCH)) {
            said.add(sum.row(kind).visible());
            said.add(sum.row(kind).visibleFound());
        }
        said.add(sum.row(Kind.HARMLESS).compared());
        said.add(sum.row(Kind.HARMLESS).flagged());
        said.add(sum.damaged().compared());
        said.add(sum.damaged().beside());
        said.add(sum.all().notCompared());
        return words.say("compare.rates", said.toArray());
    }

    private List<DiffRegion> regions(Comparison found) {
        List<DiffRegion> regions = new ArrayList<>();
        for (Region region : found.regions()) {
            var box = region.theirs();
            regions.add(
                    new DiffRegion(
                            region.number(),
                            box.x(),
                            box.y(),
                            box.width(),
                            box.height(),
                            words.say(
                                    "compare.region",
                                    region.number(),
                                    box.x(),
                                    box.y(),
                                    box.width(),
                                    box.height())));
        }
        return regions;
    }

    private List<String> speaksForTheBuyer() {
        List<String> lines = new ArrayList<>();
        if (!material.pairs().isEmpty()
                && material.pairs().stream().noneMatch(pair -> pair.comparison().copy()))
            lines.add(words.say("buyer.nocopy"));
        for (Inspection inspection : material.inspections().values())
            for (Sign sign : inspection.speaksForTheBuyer())
                lines.add(sign.words(words.lang()).says());
        if (labels.isEmpty() && !received.isEmpty()) lines.add(words.say("buyer.nolabel"));
        if (material.shipment().takes().stream()
                .map(Take::state)
                .anyMatch(TakeState.INTERRUPTED::equals)) lines.add(words.say("buyer.interrupted"));
        lines.add(words.say("buyer.notseen"));
        return lines;
    }

    private static String cut(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
