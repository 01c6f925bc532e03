package packwitness.dossier.matter;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.CitedProvision;
import packwitness.dossier.paper.DueDate;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.LossLine;
import packwitness.dossier.paper.Yardstick;
import packwitness.law.Citation;
import packwitness.law.Deadline;
import packwitness.law.Provision;
import packwitness.law.Qualification;
import packwitness.law.Reason;
import packwitness.law.Statutes;
import packwitness.value.Beijing;
import packwitness.value.Lang;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The law's view of the case in sentences. */
final class CaseLaw {
    /** As many reasons as a clerk reads; the rest stands in the appendix. */
    private static final int STRONGEST = 4;

    private static final int MOST_NAMED = 2;

    /** A paper cites what is in force; since when stands beside the provision. */
    private static final Pattern SINCE =
            Pattern.compile("^(\\d{4}年\\d+月\\d+日起：|From \\d{4}-\\d\\d-\\d\\d: )");

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,6}\\d*-\\d+[a-z]?");

    private final CaseMaterial material;
    private final CaseWords words;
    private final CaseCounsel counsel;
    private final Statutes statutes = Statutes.shipped();

    CaseLaw(CaseMaterial material, CaseWords words, CaseCounsel counsel) {
        this.material = material;
        this.words = words;
        this.counsel = counsel;
    }

    /** Returns what this reader is shown: what concerns neither reader nor case stays at home. */
    LegalView view(Addressee reader) {
        Qualification q = material.qualification();
        List<Citation> cited = q.mustCite().stream().filter(c -> concerns(reader, c)).toList();
        List<String> reasons = new ArrayList<>(basis(reader, cited));
        reasons.addAll(reasons(reader, q, cited));
        int strongest = Math.min(reasons.size(), STRONGEST);
        return new LegalView(
                words.of(q.tierMeaning()),
                reasons.subList(0, strongest),
                reasons.subList(strongest, reasons.size()),
                q.tierAlternatives().stream().map(t -> words.of(counsel.meaning(t))).toList(),
                cited.stream().map(this::cited).toList(),
                dueDates(reader, q),
                losses(),
                q.cumulativeObtained(),
                yardsticks(reader),
                names(reader, q),
                words.of(counsel.checkedUpTo()));
    }

    private boolean concerns(Addressee reader, Citation citation) {
        return concerns(reader, citation.provision());
    }

    private boolean concerns(Addressee reader, Provision provision) {
        List<String> tags = words.list("law.tags." + reader);
        return provision.tags().stream().anyMatch(tags::contains);
    }

    /** Returns the provisions that oblige this reader before all others, each with what it says. */
    private List<String> basis(Addressee reader, List<Citation> cited) {
        List<String> basis = new ArrayList<>();
        for (String id : words.list("law.basis." + reader))
            cited.stream()
                    .filter(citation -> citation.provision().id().equals(id))
                    .filter(citation -> citation.provision().quotable().isPresent())
                    .map(citation ->
                            words.say(
                                    "law.basis",
                                    name(citation.provision()),
                                    SINCE.matcher(words.of(citation.supports())).replaceFirst("")))
                    .forEach(basis::add);
        return basis;
    }

    /**
     * Returns the reasons that this reader is given, in the order in which they weigh there, each
     * with the provisions it rests on.
     */
    private List<String> reasons(Addressee reader, Qualification q, List<Citation> cited) {
        List<String> said = new ArrayList<>();
        for (String rules : words.list("law.reasons." + reader))
            for (Reason reason : q.explanation())
                if (names(rules, reason.rule())) {
                    String sentence = sentence(reason, cited);
                    if (!said.contains(sentence)) said.add(sentence);
                }
        return said;
    }

    /** Returns whether the name, or its part before a star, is that of the rule. */
    static boolean names(String rules, String rule) {
        return rules.endsWith("*")
                ? rule.startsWith(rules.substring(0, rules.length() - 1))
                : rule.equals(rules);
    }

    private String sentence(Reason reason, List<Citation> cited) {
        String basis =
                cited.stream()
                        .filter(citation -> citation.rules().contains(reason.rule()))
                        .limit(MOST_NAMED)
                        .map(citation -> name(citation.provision()))
                        .collect(Collectors.joining(words.say("list")));
        String text = plain(words.of(reason.text()));
        if (basis.isEmpty()) return text;
        boolean stopped = text.endsWith("。") || text.endsWith(".");
        String open = stopped ? text.substring(0, text.length() - 1) : text;
        return words.say("law.reason", open, basis);
    }

    /** Returns instrument and article; the English name stands before the Chinese one. */
    private String name(Provision provision) {
        String chinese = "《" + provision.instrumentName().zh() + "》" + provision.article();
        return words.lang() == Lang.ZH ? chinese : provision.instrumentName().en() + " " + chinese;
    }

    /** Returns the points of the provisions that this reader's paper answers. */
    private Map<String, Yardstick> yardsticks(Addressee reader) {
        Map<String, Yardstick> yardsticks = new LinkedHashMap<>();
        for (String id : words.list("law.yardsticks." + reader))
            standing(id).ifPresent(found -> yardsticks.put(id, yardstick(found)));
        return yardsticks;
    }

    private Yardstick yardstick(Provision provision) {
        List<String> points = provision.points();
        List<String> english = provision.pointsEn();
        if (words.lang() == Lang.EN && english.size() == points.size()) {
            List<String> both = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) both.add(english.get(i) + "\n" + points.get(i));
            points = both;
        }
        return new Yardstick(
                dated(provision), provision.quotable().orElse(""), points, limits(provision));
    }

    /** Returns the name with its document number, where that is sure, and its first day. */
    private String dated(Provision provision) {
        String since = words.say("law.since", words.day(provision.inForceFrom()));
        String number =
                provision
                        .documentNumber()
                        .filter(n -> provision.documentNumberVerified())
                        .map(n -> n + words.say("comma"))
                        .orElse("");
        String chinese =
                "《"
                        + provision.instrumentName().zh()
                        + "》"
                        + words.say("brackets", number + since)
                        + provision.article();
        return words.lang() == Lang.ZH ? chinese : provision.instrumentName().en() + " " + chinese;
    }

    /**
     * Returns the names of provisions that templates have a place for, with their dates where the
     * paper answers to them; none that was not in force, and one with a question mark only where
     * the facts lead to it.
     */
    private Map<String, String> names(Addressee reader, Qualification q) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> answered = words.list("law.yardsticks." + reader);
        for (String pair : words.list("law.names." + reader)) {
            int colon = pair.indexOf(':');
            boolean asked = pair.endsWith("?");
            String id = pair.substring(colon + 1, pair.length() - (asked ? 1 : 0));
            if (colon > 0 && !(asked && !isOpen(q, id)))
                standing(id)
                        .ifPresent(found ->
                                names.put(
                                        pair.substring(0, colon),
                                        answered.contains(found.id())
                                                ? dated(found)
                                                : name(found)));
        }
        return names;
    }

    /** Returns whether the provision leads or may at least be argued. */
    private static boolean isOpen(Qualification q, String id) {
        return Stream.concat(q.mustCite().stream(), q.mayCite().stream())
                .anyMatch(citation -> citation.id().equals(id));
    }

    /**
     * Returns the version on the day of the claim, or on the day of the step where that decides.
     */
    private Optional<Provision> standing(String id) {
        return statutes.find(id)
                .flatMap(known ->
                        statutes.versionOn(
                                id,
                                known.followsStep() ? counsel.today() : material.claim().filedOn()))
                .filter(found -> found.quotable().isPresent());
    }

    private CitedProvision cited(Citation citation) {
        Provision p = citation.provision();
        String number =
                p.documentNumberVerified()
                        ? p.documentNumber().map(n -> "（" + n + "）").orElse("")
                        : "";
        String chinese = "《" + p.instrumentName().zh() + "》" + number;
        return new CitedProvision(
                words.lang() == Lang.ZH ? chinese : p.instrumentName().en() + " " + chinese,
                p.article()
                        + p.paragraph().map(text -> text.startsWith("第") ? text : "").orElse(""),
                p.inForceFrom(),
                material.claim().filedOn(),
                plain(words.of(citation.supports())),
                words.lang() == Lang.ZH ? "" : p.glossEn(),
                limits(p),
                p.quotable().orElse(""));
    }

    private String limits(Provision provision) {
        return plain(provision.printedLimits().map(words::of).or(provision::limits).orElse(""));
    }

    /** Spells out the catalogue's own numbers of provisions. */
    private String plain(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                statutes.find(found.group())
                                        .map(this::name)
                                        .orElse(found.group())));
    }

    private List<DueDate> dueDates(Addressee reader, Qualification q) {
        List<DueDate> dates = new ArrayList<>();
        material.claim()
                .deadline()
                .filter(due -> reader == Addressee.PLATFORM)
                .ifPresent(due ->
                        dates.add(
                                new DueDate(
                                        words.say("deadline.platform"),
                                        due,
                                        false,
                                        words.say("deadline.basis"),
                                        "")));
        for (Deadline deadline : q.deadlines())
            if (concerns(reader, deadline.provision()))
                dates.add(
                        new DueDate(
                                words.of(deadline.label()),
                                endOf(deadline.date()),
                                true,
                                name(deadline.provision()),
                                words.of(deadline.reading())));
        return dates;
    }

    private List<LossLine> losses() {
        List<LossLine> lines = new ArrayList<>();
        String order =
                material.shipment().orders().isEmpty()
                        ? ""
                        : Masked.number(material.shipment().orders().getFirst().number().text());
        lines.add(loss(material.claim(), order, words.say("loss.this")));
        for (BuyerLink link : material.others())
            lines.add(loss(link.other(), "PW-" + link.other().id(), why(link)));
        return lines;
    }

    private String why(BuyerLink link) {
        String kinds =
                link.kinds().stream()
                        .map(kind -> words.say("loss.link." + kind))
                        .collect(Collectors.joining(words.say("list")));
        return words.say("loss.link", kinds, link.strength());
    }

    private LossLine loss(RefundClaim claim, String order, String link) {
        return new LossLine(
                claim.filedOn(),
                claim.platform(),
                order,
                claim.amount(),
                words.say(claim.obtained() ? "loss.obtained" : "loss.attempted"),
                claim.obtained(),
                link);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Beijing.TIME).toInstant().minusSeconds(1);
    }
}
