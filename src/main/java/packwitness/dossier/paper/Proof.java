package packwitness.dossier.paper;

import java.util.List;

/** What makes the recording checkable by a stranger. */
public record Proof(
        List<StampLine> stamps,
        List<CheckLine> checks,
        List<LedgerLine> ledger,
        List<VerifyStep> steps) {
    public Proof {
        stamps = List.copyOf(stamps);
        checks = List.copyOf(checks);
        ledger = List.copyOf(ledger);
        steps = List.copyOf(steps);
    }
}
