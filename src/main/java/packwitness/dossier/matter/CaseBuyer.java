package packwitness.dossier.matter;

import static packwitness.dossier.matter.CaseWords.say;

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
import packwitness.inspect.compare.Region;
import packwitness.inspect.compare.SyntheticPairs.Kind;
import packwitness.inspect.label.AigcLabel;
import packwitness.shipment.Take;
import packwitness.shipment.TakeState;
import packwitness.value.Lang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buyer handed in, what was found in it, and everything that speaks for the buyer. */
final class CaseBuyer {
    private final CaseMaterial material;
    private final ExhibitList exhibits;
    private final Map<Long, ExhibitNo> numbers = new HashMap<>();
    private final List<ReceivedPicture> received = new ArrayList<>();
    private final List<PictureComparison> comparisons = new ArrayList<>();
    private final List<AiLabelLine> labels = new ArrayList<>();

    CaseBuyer(CaseMaterial material, ExhibitList exhibits) {
        this.material = material;
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

    private void number(ClaimFile file, String words) {
        Inspection inspection = material.inspections().get(file.id());
        DataFile data =
                new DataFile(
                        CaseFiles.bagName(file),
                        "电子数据（图片）",
                        inspection == null ? "" : inspection.container(),
                        file.bytes(),
                        file.sha256(),
                        file.at(),
                        "",
                        say("received.method"),
                        material.program());
        numbers.put(
                file.id(),
                exhibits.add(
                        ExhibitList.PICTURES,
                        say(words + ".name", file.name()),
                        say(words + ".source", file.obtained()),
                        say(words + ".purpose"),
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
        return say(
                "received.checked",
                material.program(),
                list.equals(TrustList.NONE) ? say("received.nolist") : list,
                inspection.judgedOn());
    }

    private static PictureFinding finding(Sign sign) {
        FindingWords words = sign.words(Lang.ZH);
        String seen =
                String.join(
                        "；",
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
                words.says(), strength, seen, words.proves(), words.doesNotProve());
    }

    private static PictureFinding overall(Inspection inspection) {
        FindingWords words = inspection.words(Lang.ZH);
        return new PictureFinding(
                words.says(), Strength.NEUTRAL, "", words.proves(), words.doesNotProve());
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
                label.signature().name());
    }

    private PictureComparison comparison(CaseMaterial.Pair pair) {
        Comparison found = pair.comparison();
        String result =
                found.copy()
                        ? found.changed()
                                ? say("compare.copy.changed", found.regions().size())
                                : say("compare.copy.same")
                        : found.sideBySide() ? say("compare.sidebyside") : say("compare.none");
        ExhibitNo ours = exhibitOf(pair.ours());
        ExhibitNo theirs = exhibitOf(pair.theirs());
        ExhibitNo no =
                exhibits.add(
                        ExhibitList.PICTURES,
                        say("compare.name", comparisons.size() + 1),
                        say("compare.source", ours, theirs),
                        say("compare.purpose"),
                        Optional.empty());
        return new PictureComparison(
                no,
                ours,
                Picture.of(material.bytes().getOrDefault(pair.ours().id(), new byte[0])),
                pair.ours().name(),
                theirs,
                Picture.of(pair.overlay()),
                found.copy(),
                regions(found),
                result,
                say(found.copy() ? "compare.proves.copy" : "compare.proves.other"),
                say(found.copy() ? "compare.not.copy" : "compare.not.other"),
                rates());
    }

    /** Says how often the comparison erred when it was measured. */
    private static String rates() {
        MeasuredRates rates = MeasuredRates.shipped();
        if (rates.sets().isEmpty() || !rates.isOfThisProgram()) return say("compare.norates");
        Figures sum = rates.sum();
        List<Object> said = new ArrayList<>(List.of(sum.date(), rates.parameters()));
        said.add(sum.truePairs().pairs());
        said.add(sum.truePairs().copies());
        said.add(sum.strangers().pairs());
        said.add(sum.strangers().copies());
        for (Kind kind : List.of(Kind.CRACK, Kind.STAIN, Kind.PATCH)) {
            said.add(sum.row(kind).visible());
            said.add(sum.row(kind).visibleFound());
        }
        said.add(sum.row(Kind.HARMLESS).pairs());
        said.add(sum.row(Kind.HARMLESS).flagged());
        said.add(sum.damaged().pairs());
        said.add(sum.damaged().beside());
        return say("compare.rates", said.toArray());
    }

    private static List<DiffRegion> regions(Comparison found) {
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
                            say(
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
            lines.add(say("buyer.nocopy"));
        for (Inspection inspection : material.inspections().values())
            for (Sign sign : inspection.speaksForTheBuyer()) lines.add(sign.words(Lang.ZH).says());
        if (labels.isEmpty() && !received.isEmpty()) lines.add(say("buyer.nolabel"));
        if (material.shipment().takes().stream()
                .map(Take::state)
                .anyMatch(TakeState.INTERRUPTED::equals)) lines.add(say("buyer.interrupted"));
        lines.add(say("buyer.notseen"));
        return lines;
    }

    private static String cut(String value) {
        return value.length() <= 120 ? value : value.substring(0, 120) + "…";
    }
}
