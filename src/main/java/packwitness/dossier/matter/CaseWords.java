package packwitness.dossier.matter;

import packwitness.dossier.paper.Times;
import packwitness.value.Lang;
import packwitness.value.Wording;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences about a case. The paper is a Chinese legal document in any language of the program; its
 * courtesy translation says the same in English.
 */
public final class CaseWords {
    private final Lang lang;
    private final ResourceBundle sentences;

    private CaseWords(Lang lang) {
        this.lang = lang;
        sentences = ResourceBundle.getBundle("packwitness/dossier/case", lang.locale());
    }

    static CaseWords in(Lang lang) {
        return new CaseWords(lang);
    }

    Lang lang() {
        return lang;
    }

    String say(String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) plain[i] = String.valueOf(values[i]);
        return new MessageFormat(sentences.getString(key), Locale.ROOT).format(plain);
    }

    /** Returns the words that a list in the bundle names. */
    List<String> list(String key) {
        return List.of(sentences.getString(key).split(","));
    }

    String day(LocalDate day) {
        return Times.in(lang).day(day);
    }

    String of(Wording wording) {
        return wording.in(lang);
    }
}
