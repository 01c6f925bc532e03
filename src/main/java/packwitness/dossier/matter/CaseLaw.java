package packwitness.dossier.matter;

import static packwitness.dossier.matter.CaseWords.say;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.CitedProvision;
import packwitness.dossier.paper.DueDate;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.LossLine;
import packwitness.law.Citation;
import packwitness.law.Deadline;
import packwitness.law.Provision;
import packwitness.law.Qualification;
import packwitness.law.Reason;
import packwitness.law.Statutes;
import packwitness.value.Beijing;
import packwitness.value.Lang;
import packwitness.value.Wording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The law's view of the case in sentences. */
final class CaseLaw {
    /** As many reasons as a clerk reads; the rest stands in the appendix. */
    private static final int STRONGEST = 4;

    private static final int MOST_NAMED = 2;
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2,6}\\d*-\\d+[a-z]?");

    private final CaseMaterial material;
    private final Statutes statutes = Statutes.shipped();

    CaseLaw(CaseMaterial material) {
        this.material = material;
    }

    /** Returns what this reader is shown: what concerns neither reader nor case stays at home. */
    LegalView view(Addressee reader, String checkedUpTo) {
        Qualification q = material.qualification();
        List<Citation> cited = q.mustCite().stream().filter(c -> concerns(reader, c)).toList();
        List<String> reasons = reasons(reader, q, cited);
        int strongest = Math.min(reasons.size(), STRONGEST);
        return new LegalView(
                q.tierMeaning().zh(),
                reasons.subList(0, strongest),
                reasons.subList(strongest, reasons.size()),
                q.tierAlternatives().stream().map(Enum::name).toList(),
                cited.stream().map(this::cited).toList(),
                dueDates(reader, q),
                losses(),
                q.disclaimers().stream().map(Wording::zh).toList(),
                checkedUpTo);
    }

    private static boolean concerns(Addressee reader, Citation citation) {
        return concerns(reader, citation.provision());
    }

    private static boolean concerns(Addressee reader, Provision provision) {
        List<String> tags = list("law.tags." + reader);
        return provision.tags().stream().anyMatch(tags::contains);
    }

    /**
     * Returns the reasons that this reader is given, in the order in which they weigh there, each
     * with the provisions it rests on.
     */
    private static List<String> reasons(Addressee reader, Qualification q, List<Citation> cited) {
        List<String> said = new ArrayList<>();
        for (String rule : list("law.reasons." + reader))
            for (Reason reason : q.explanation())
                if (reason.rule().matches(rule.replace("*", ".*"))) {
                    String sentence = sentence(reason, cited);
                    if (!said.contains(sentence)) said.add(sentence);
                }
        return said;
    }

    private static String sentence(Reason reason, List<Citation> cited) {
        String basis =
                cited.stream()
                        .filter(citation -> citation.rules().contains(reason.rule()))
                        .limit(MOST_NAMED)
                        .map(citation -> name(citation.provision()))
                        .collect(Collectors.joining("、"));
        String text = reason.text().zh();
        if (basis.isEmpty()) return text;
        int end = text.endsWith("。") ? text.length() - 1 : text.length();
        return text.substring(0, end) + "（" + basis + "）。";
    }

    private static String name(Provision provision) {
        return "《" + provision.instrumentName().zh() + "》" + provision.article();
    }

    private static List<String> list(String key) {
        return List.of(say(key).split(","));
    }

    private CitedProvision cited(Citation citation) {
        Provision p = citation.provision();
        String number =
                p.documentNumberVerified()
                        ? p.documentNumber().map(n -> "（" + n + "）").orElse("")
                        : "";
        return new CitedProvision(
                "《" + p.instrumentName().in(Lang.ZH) + "》" + number,
                p.article()
                        + p.paragraph().map(text -> text.startsWith("第") ? text : "").orElse(""),
                p.inForceFrom(),
                material.claim().filedOn(),
                plain(citation.supports().zh()),
                plain(p.limits().orElse("")),
                p.quotable().orElse(""));
    }

    /** Spells out the catalogue's own numbers of provisions. */
    private String plain(String text) {
        return NUMBER.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(
                                statutes.find(found.group())
                                        .map(CaseLaw::name)
                                        .orElse(found.group())));
    }

    private List<DueDate> dueDates(Addressee reader, Qualification q) {
        List<DueDate> dates = new ArrayList<>();
        material.claim()
                .deadline()
                .ifPresent(due ->
                        dates.add(
                                new DueDate(
                                        say("deadline.platform"),
                                        due,
                                        false,
                                        say("deadline.basis"),
                                        "")));
        for (Deadline deadline : q.deadlines())
            if (concerns(reader, deadline.provision()))
                dates.add(
                        new DueDate(
                                deadline.label().zh(),
                                endOf(deadline.date()),
                                true,
                                deadline.provision().instrumentName().zh()
                                        + deadline.provision().article(),
                                deadline.reading().zh()));
        return dates;
    }

    private List<LossLine> losses() {
        List<LossLine> lines = new ArrayList<>();
        String order =
                material.shipment().orders().isEmpty()
                        ? ""
                        : Masked.number(material.shipment().orders().getFirst().number().text());
        lines.add(loss(material.claim(), order, say("loss.this")));
        for (BuyerLink link : material.others())
            lines.add(loss(link.other(), "PW-" + link.other().id(), why(link)));
        return lines;
    }

    private static String why(BuyerLink link) {
        String kinds =
                link.kinds().stream()
                        .map(kind -> say("loss.link." + kind))
                        .collect(Collectors.joining("、"));
        return say("loss.link", kinds, link.strength());
    }

    private static LossLine loss(RefundClaim claim, String order, String link) {
        return new LossLine(
                claim.filedOn(),
                claim.platform(),
                order,
                claim.amount(),
                say(claim.obtained() ? "loss.obtained" : "loss.attempted"),
                claim.obtained(),
                link);
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Beijing.TIME).toInstant().minusSeconds(1);
    }
}
