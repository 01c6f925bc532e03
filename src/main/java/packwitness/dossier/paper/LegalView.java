package packwitness.dossier.paper;

import java.util.List;

/**
 * What the facts may constitute, with the limits of saying so.
 *
 * @param tier one sentence that says "may constitute", never more
 * @param reasons the strongest reasons for this reader, one sentence each
 * @param more the other reasons, for the appendix
 * @param alternatives other tiers that may come into question
 * @param warnings what must be kept in mind before acting
 * @param losses acts of the same person; empty where only this claim is known
 * @param checkedUpTo until which day the law was checked, as printed
 */
public record LegalView(
        String tier,
        List<String> reasons,
        List<String> more,
        List<String> alternatives,
        List<CitedProvision> citations,
        List<DueDate> dueDates,
        List<LossLine> losses,
        List<String> warnings,
        String checkedUpTo) {
    public LegalView {
        reasons = List.copyOf(reasons);
        more = List.copyOf(more);
        alternatives = List.copyOf(alternatives);
        citations = List.copyOf(citations);
        dueDates = List.copyOf(dueDates);
        losses = List.copyOf(losses);
        warnings = List.copyOf(warnings);
    }
}
