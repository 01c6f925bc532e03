package packwitness.dossier.matter;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences about a case, in Chinese: the paper is a Chinese legal document in any language of the
 * program.
 */
public final class CaseWords {
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("packwitness/dossier/case", Locale.SIMPLIFIED_CHINESE);

    private CaseWords() {}

    static String say(String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int i = 0; i < values.length; i++) plain[i] = String.valueOf(values[i]);
        return new MessageFormat(SENTENCES.getString(key), Locale.ROOT).format(plain);
    }
}
