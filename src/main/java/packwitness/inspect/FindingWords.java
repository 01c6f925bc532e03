package packwitness.inspect;

import packwitness.value.Lang;

import java.util.ResourceBundle;

/** The plain sentence of a finding with its two limits: what it proves and what it does not. */
public record FindingWords(String says, String proves, String doesNotProve) {
    static FindingWords of(String key, Lang lang) {
        ResourceBundle bundle =
                ResourceBundle.getBundle("packwitness/inspect/findings", lang.locale());
        return new FindingWords(
                bundle.getString(key + ".says"),
                bundle.getString(key + ".proves"),
                bundle.getString(key + ".doesNotProve"));
    }
}
