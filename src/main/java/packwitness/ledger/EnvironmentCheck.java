package packwitness.ledger;

import java.util.List;

/** C13: what the station wrote down about itself when it was armed. */
final class EnvironmentCheck {
    private static final List<String> ASKED = List.of("station", "camera", "program", "os", "zone");

    private EnvironmentCheck() {}

    static void check(Findings findings, String source, Entry arm) {
        String about = source + " ARM " + arm.seq();
        List<String> missing =
                ASKED.stream().filter(fact -> !arm.facts().containsKey(fact)).toList();
        if (missing.isEmpty()) findings.passed("C13", about, "arm.told");
        else findings.undecided("C13", about, "arm.untold", String.join(", ", missing));
    }
}
