package packwitness.dossier.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/** The words on a sheet, which are Chinese and English side by side. */
final class SheetWords {
    private final Properties words = new Properties();

    SheetWords(String file) {
        try (InputStream in = SheetWords.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("not shipped: " + file);
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String say(String key, Object... values) {
        String pattern = words.getProperty(key);
        if (pattern == null) throw new IllegalStateException("no words for " + key);
        return new MessageFormat(pattern, Locale.CHINA).format(values);
    }
}
