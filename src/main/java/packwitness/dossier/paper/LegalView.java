package packwitness.dossier.paper;

import packwitness.value.Fen;

import java.util.List;
import java.util.Map;

/**
 * What the facts may constitute, with the limits of saying so.
 *
 * @param tier one sentence that says "may constitute", never more
 * @param reasons the strongest reasons for this reader, one sentence each
 * @param more the other reasons, for the appendix
 * @param alternatives other tiers that may come into question
 * @param losses acts of the same person; empty where only this claim is known
 * @param counted what the law adds up as obtained by one person; less than the sum of the losses
 *     where it is not shown that they are one person's
 * @param yardsticks provisions whose points are answered one by one, by their id
 * @param names provisions that a template's sentence names, by the name of their place
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
        Fen counted,
        Map<String, Yardstick> yardsticks,
        Map<String, String> names,
        String checkedUpTo) {
    public LegalView {
        reasons = List.copyOf(reasons);
        more = List.copyOf(more);
        alternatives = List.copyOf(alternatives);
        citations = List.copyOf(citations);
        dueDates = List.copyOf(dueDates);
        losses = List.copyOf(losses);
        yardsticks = Map.copyOf(yardsticks);
        names = Map.copyOf(names);
    }
}
