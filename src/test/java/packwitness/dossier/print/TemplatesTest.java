package packwitness.dossier.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

import packwitness.dossier.draft.Caution;
import packwitness.dossier.paper.Addressee;
import packwitness.dossier.paper.DossierProblem;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The words of the templates and bundles. */
class TemplatesTest {
    private static final List<String> NEVER =
            List.of(
                    "不可篡改", "法院认可", "铁证", "造假", "司法区块链", "明显符合", "伪造", "骗子", "诈骗", "假货", "防篡改",
                    "百分之百", "AI生成概率");

    @Test
    void noForbiddenWordStandsInATemplate() throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : files())
            read(file)
                    .forEach((key, text) ->
                            NEVER.stream()
                                    .filter(text.toString()::contains)
                                    .forEach(word -> found.add(file + " " + key + " " + word)));
        assertEquals(List.of(), found);
    }

    @Test
    void everySentenceOnFactsIsTiedToAnExhibit() throws IOException {
        List<String> loose = new ArrayList<>();
        for (String file : List.of("common", "police", "court"))
            read("/packwitness/dossier/" + file + ".properties")
                    .forEach((key, text) -> {
                        if (key.toString()
                                        .matches(
                                                "say\\.(facts|report|ground|answers|front\\.(sent|says|copy|side|label|plain)).*")
                                && !text.toString().isEmpty()
                                && !text.toString().contains("{ex.")) loose.add(file + " " + key);
                    });
        assertEquals(List.of(), loose);
    }

    @Test
    void everyProblemHasItsSentencesInBothLanguages() throws IOException {
        for (String lang : List.of("zh", "en")) {
            Properties bundle = read("/packwitness/text/dossier_" + lang + ".properties");
            for (DossierProblem problem : DossierProblem.values())
                for (String part : List.of("what", "safe", "todo"))
                    assertFalse(
                            bundle.getProperty(problem.key() + "." + part, "").isBlank(),
                            lang + " " + problem.key() + "." + part);
            for (Caution.Kind kind : Caution.Kind.values())
                assertFalse(
                        bundle.getProperty(new Caution(kind, "").key(), "").isBlank(),
                        lang + " " + kind);
            assertEquals(
                    DossierProblem.values().length * 3 + Caution.Kind.values().length,
                    bundle.size());
        }
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>();
        files.add("/packwitness/dossier/common.properties");
        for (Addressee addressee : Addressee.values())
            files.add("/packwitness/dossier/" + addressee.template() + ".properties");
        files.add("/packwitness/text/dossier_zh.properties");
        return files;
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TemplatesTest.class.getResourceAsStream(file)) {
            if (in == null) throw new IOException("no " + file);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
