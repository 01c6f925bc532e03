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
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of the templates and bundles. */
class TemplatesTest {
    private static final List<String> NEVER =
            List.of(
                    "不可篡改", "法院认可", "铁证", "造假", "司法区块链", "明显符合", "伪造", "骗子", "诈骗", "假货", "防篡改",
                    "百分之百", "AI生成概率");

    private static final Pattern NEVER_IN_ENGLISH =
            Pattern.compile(
                    "(?i)\\b(fake[sd]?|genuine|tamper.?proof|forge\\w*|fraudster|criminal|guilty|scam\\w*|irrefutabl\\w*|undeniabl\\w*|clearly"
                        + " constitutes)\\b");

    /** What only the catalogue of the law may say: names, numbers and articles. */
    private static final Pattern LAW =
            Pattern.compile("《|》|法释|法发|第[一二三四五六七八九十百]+条|Article \\d|Law of the PRC");

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
    void noForbiddenWordStandsInATranslation() throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : translations())
            read(file)
                    .forEach((key, text) -> {
                        if (!key.toString().startsWith("law.tags.")
                                && NEVER_IN_ENGLISH.matcher(text.toString()).find())
                            found.add(file + " " + key + " " + text);
                    });
        assertEquals(List.of(), found);
    }

    @Test
    void noTemplateNamesALaw() throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : Stream.concat(files().stream(), translations().stream()).toList())
            read(file)
                    .forEach((key, text) -> {
                        if (LAW.matcher(text.toString()).find()) found.add(file + " " + key);
                    });
        assertEquals(List.of(), found);
    }

    /** A translation that lacks a sentence or a place would fail only when somebody asks for it. */
    @Test
    void everyTranslationHasTheSentencesAndPlacesOfItsOriginal() throws IOException {
        List<String> found = new ArrayList<>();
        for (String file : translations()) {
            Properties english = read(file);
            String original =
                    file.contains("/case") ? file.replace("_en", "_zh") : file.replace("_en", "");
            Properties chinese = read(original);
            Set<Object> keys = new TreeSet<>(chinese.keySet());
            keys.addAll(english.keySet());
            for (Object key : keys) {
                String zh = chinese.getProperty(key.toString(), "");
                String en = english.getProperty(key.toString(), "");
                if (!places(zh).equals(places(en)) || zh.isBlank() != en.isBlank())
                    if (!key.equals("owners.words")) found.add(file + " " + key);
            }
        }
        assertEquals(List.of(), found);
    }

    private static Set<String> places(String text) {
        Set<String> places = new TreeSet<>();
        Matcher place = Pattern.compile("[{][A-Za-z0-9.]+}|%s|%d").matcher(text);
        while (place.find()) places.add(place.group());
        return places;
    }

    private static List<String> translations() {
        List<String> files = new ArrayList<>();
        for (String name : List.of("common", "annex", "case"))
            files.add("/packwitness/dossier/" + name + "_en.properties");
        for (Addressee addressee : Addressee.values())
            files.add("/packwitness/dossier/" + addressee.template() + "_en.properties");
        return files;
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
        for (String name : List.of("common", "annex", "case_zh"))
            files.add("/packwitness/dossier/" + name + ".properties");
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
