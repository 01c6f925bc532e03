package packwitness.dossier;

import static packwitness.dossier.CaseWords.say;

import packwitness.claim.RefundClaim;
import packwitness.law.Citation;
import packwitness.law.Deadline;
import packwitness.law.Provision;
import packwitness.law.Qualification;
import packwitness.value.Lang;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The law's view of the case in sentences. */
final class LawPart {
    private final CaseMaterial material;

    LawPart(CaseMaterial material) {
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
                List.of(loss()),
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

    private LossLine loss() {
        RefundClaim claim = material.claim();
        String order =
                material.shipment().orders().isEmpty()
                        ? ""
                        : Masked.number(material.shipment().orders().getFirst().number().text());
        return new LossLine(
                claim.filedOn(),
                claim.platform(),
                order,
                claim.amount(),
                say(claim.obtained() ? "loss.obtained" : "loss.attempted"),
                claim.obtained(),
                say("loss.this"));
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
