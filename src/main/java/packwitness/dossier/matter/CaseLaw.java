package packwitness.dossier.matter;

import static packwitness.dossier.matter.CaseWords.say;

import packwitness.claim.BuyerLink;
import packwitness.claim.RefundClaim;
import packwitness.dossier.paper.CitedProvision;
import packwitness.dossier.paper.DueDate;
import packwitness.dossier.paper.LegalView;
import packwitness.dossier.paper.LossLine;
import packwitness.dossier.paper.Times;
import packwitness.law.Citation;
import packwitness.law.Deadline;
import packwitness.law.Provision;
import packwitness.law.Qualification;
import packwitness.value.Lang;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The law's view of the case in sentences. */
final class CaseLaw {
    private final CaseMaterial material;

    CaseLaw(CaseMaterial material) {
        this.material = material;
    }

    LegalView view(String checkedUpTo) {
        Qualification q = material.qualification();
        return new LegalView(
                q.tierMeaning().zh(),
                q.explanation().stream().map(reason -> reason.text().zh()).toList(),
                q.tierAlternatives().stream().map(Enum::name).toList(),
                q.mustCite().stream().map(this::cited).toList(),
                dueDates(q),
                losses(),
                warnings(q),
                checkedUpTo);
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
                citation.supports().zh(),
                p.limits().orElse(""),
                p.quotable().orElse(""));
    }

    private List<DueDate> dueDates(Qualification q) {
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

    private static List<String> warnings(Qualification q) {
        List<String> lines = new ArrayList<>();
        q.warnings().forEach(warning -> lines.add(warning.text().zh()));
        q.disclaimers().forEach(disclaimer -> lines.add(disclaimer.zh()));
        return lines;
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Times.BEIJING).toInstant().minusSeconds(1);
    }
}
