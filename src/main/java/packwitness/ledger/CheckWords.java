package packwitness.ledger;

import packwitness.value.Lang;

import java.util.List;

/** The wording of checks in one language. */
final class CheckWords {
    private CheckWords() {}

    static CheckWords of(Lang lang) {
        throw new IllegalStateException("not yet");
    }

    String sentence(String key, List<String> values) {
        throw new IllegalStateException("not yet");
    }
}
