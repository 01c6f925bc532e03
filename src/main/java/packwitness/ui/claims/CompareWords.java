package packwitness.ui.claims;

import packwitness.inspect.compare.Comparison;
import packwitness.inspect.compare.Limit;
import packwitness.inspect.compare.Reason;
import packwitness.value.Lang;

import java.util.List;
import java.util.ResourceBundle;

/** The sentences of a comparison as the comparing room writes them. */
final class CompareWords {
    private CompareWords() {}

    /** Returns why it came out as it did, the decisive sentence first. */
    static List<String> of(Comparison comparison, Lang lang) {
        ResourceBundle book = book(lang);
        return comparison.why().stream().map(Reason::key).map(book::getString).toList();
    }

    /** Returns what lessens its worth. */
    static List<String> limits(Comparison comparison, Lang lang) {
        ResourceBundle book = book(lang);
        return comparison.limits().stream().map(Limit::key).map(book::getString).toList();
    }

    private static ResourceBundle book(Lang lang) {
        return ResourceBundle.getBundle("packwitness/inspect/compare/compare", lang.locale());
    }
}
