package packwitness.text;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The sentences of one room in one language, by key; immutable. */
record Bundle(Map<String, String> patterns) {
    Bundle {
        patterns = Map.copyOf(patterns);
    }

    /** Reads {@code <room>_<zh|en>.properties}, strictly as UTF-8. */
    static Bundle read(String room, Lang lang) {
        String name = room + "_" + lang.code() + ".properties";
        try (InputStream in = Bundle.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalArgumentException("no bundle " + name);
            return read(
                    new InputStreamReader(
                            in,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPORT)));
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + name, e);
        }
    }

    private static Bundle read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return new Bundle(
                properties.stringPropertyNames().stream()
                        .collect(Collectors.toMap(key -> key, properties::getProperty)));
    }
}
