package packwitness.ui.kit;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

import packwitness.value.Lang;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds texts on a screen that are still sentences of the other language's bundles. */
public final class OldLanguage {
    private static final Path BUNDLES = Path.of("src/main/resources/packwitness/text");

    private final Set<String> whole = new HashSet<>();
    private final List<Pattern> patterns = new ArrayList<>();

    /** Reads what this language says and the other does not. */
    public OldLanguage(Lang old) throws IOException {
        Set<String> others = new HashSet<>(sentences(old == Lang.ZH ? "_en" : "_zh"));
        for (String sentence : sentences("_" + old.code())) {
            if (others.contains(sentence)) continue;
            String bare = sentence.replaceAll("\\{[^{}]*}", "").replace("{", "").strip();
            if (bare.chars().filter(Character::isLetter).count() < 2) continue;
            if (!sentence.contains("{")) {
                whole.add(sentence.replace("''", "'"));
            } else if (!sentence.contains("choice") && letters(bare) >= 3) {
                StringBuilder pattern = new StringBuilder();
                for (String part : sentence.replace("''", "'").split("\\{[^{}]*}", -1))
                    pattern.append(Pattern.quote(part)).append(".*");
                pattern.setLength(pattern.length() - 2);
                patterns.add(Pattern.compile(pattern.toString(), Pattern.DOTALL));
            }
        }
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    /** Returns what is visible under this node in the old language. */
    public List<String> under(Node node) {
        List<String> found = new ArrayList<>();
        look(node, found);
        return found;
    }

    private void look(Node node, List<String> found) {
        if (!node.isVisible()) return;
        if (node instanceof Text text) check(text.getText(), found);
        if (node instanceof Labeled label) check(label.getText(), found);
        if (node instanceof TextInputControl field) {
            check(field.getPromptText(), found);
            // What people typed is in their language.
            return;
        }
        if (node.getAccessibleText() != null) check(node.getAccessibleText(), found);
        if (node instanceof Parent parent)
            parent.getChildrenUnmodifiable().forEach(child -> look(child, found));
    }

    private void check(String text, List<String> found) {
        if (text == null || text.isBlank()) return;
        boolean old =
                whole.contains(text)
                        || patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
        if (old && !found.contains(text)) found.add(text);
    }

    private static List<String> sentences(String ending) throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending + ".properties")).toList()) {
                Properties values = new Properties();
                try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                    values.load(in);
                }
                values.values().forEach(value -> all.add(value.toString()));
            }
        }
        return all;
    }
}
