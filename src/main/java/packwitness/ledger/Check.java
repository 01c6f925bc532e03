package packwitness.ledger;

import packwitness.value.Lang;

import java.util.List;

/**
 * One of the checks C1 to C14 with all it saw.
 *
 * @param id C1 to C14
 */
public record Check(String id, Outcome outcome, List<Finding> findings) {
    public Check {
        findings = List.copyOf(findings);
    }

    /** Returns what is checked, in a few words. */
    public String title(Lang lang) {
        return CheckWords.of(lang).sentence(id + ".title", List.of());
    }

    /** Returns what a PASSED of this check proves. */
    public String proves(Lang lang) {
        return CheckWords.of(lang).sentence(id + ".proves", List.of());
    }

    /** Returns what it does not prove, to be printed whatever the verdict. */
    public String doesNotProve(Lang lang) {
        return CheckWords.of(lang).sentence(id + ".not", List.of());
    }

    /** Returns the findings as sentences. */
    public List<String> details(Lang lang) {
        return findings.stream().map(finding -> finding.text(lang)).toList();
    }
}
