package packwitness.inspect.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

class SentencesTest {
    @ParameterizedTest
    @EnumSource(Lang.class)
    void everyReasonAndLimitHasItsSentenceAndNoOther(Lang lang) throws IOException {
        Properties bundle = new Properties();
        String name = "compare_" + lang.code() + ".properties";
        try (var in = Reason.class.getResourceAsStream(name)) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Set<String> wanted = new TreeSet<>();
        for (Reason reason : Reason.values()) wanted.add(reason.key());
        for (Limit limit : Limit.values()) wanted.add(limit.key());
        assertEquals(wanted, new TreeSet<>(bundle.stringPropertyNames()));
        for (String key : wanted) assertFalse(bundle.getProperty(key).isBlank(), key);
    }
}
