package packwitness.ui.shipments;

import packwitness.ledger.AuthorityKind;
import packwitness.ledger.Bracket;
import packwitness.ui.kit.Mark;
import packwitness.ui.kit.Times;
import packwitness.ui.kit.Words;

import java.time.Instant;
import java.util.Optional;

/** The times that others attest, in words; whose attestation has no weight is said. */
final class Attested {
    private final Words words;
    private final Times times;

    Attested(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /** Returns the sign before it: a stamp for practice proves nothing and gets no tick. */
    Mark mark(Bracket bracket) {
        boolean practice =
                bracket.notBeforeBy().equals(Optional.of(AuthorityKind.TEST))
                        || bracket.notAfterBy().equals(Optional.of(AuthorityKind.TEST));
        if (practice) return Mark.ATTENTION;
        return bracket.notAfter().isPresent() ? Mark.READY : Mark.OFF;
    }

    /** Returns the whole bracket as a sentence. */
    String bracket(Bracket bracket) {
        Optional<String> before = attested(bracket.notBefore(), bracket.notBeforeBy());
        Optional<String> after = attested(bracket.notAfter(), bracket.notAfterBy());
        if (before.isEmpty() && after.isEmpty()) return words.say("ui.take.bracket.none");
        if (after.isEmpty()) return words.say("ui.take.bracket.after", before.get());
        if (before.isEmpty()) return words.say("ui.take.bracket.before", after.get());
        return words.say("ui.take.bracket", before.get(), after.get());
    }

    /** Returns the lower bound, or that there is none. */
    String notBefore(Bracket bracket) {
        return attested(bracket.notBefore(), bracket.notBeforeBy())
                .orElseGet(() -> words.say("ui.take.unattested"));
    }

    /** Returns the upper bound, or that there is none yet. */
    String notAfter(Bracket bracket) {
        return attested(bracket.notAfter(), bracket.notAfterBy())
                .orElseGet(() -> words.say("ui.take.unattested"));
    }

    private Optional<String> attested(Optional<Instant> at, Optional<AuthorityKind> by) {
        return at.map(times::second)
                .map(time ->
                        by.filter(kind -> kind != AuthorityKind.COMMERCIAL)
                                .map(kind -> words.say("ui.take.attested." + kind, time))
                                .orElse(time));
    }
}
