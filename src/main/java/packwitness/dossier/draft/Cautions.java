package packwitness.dossier.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what an owner's sentence should not say; the words are data. */
public final class Cautions {
    private static final String WORDS = "/packwitness/dossier/cautions.words";

    private record Rule(Caution.Kind kind, Pattern words) {}

    private final List<Rule> rules = new ArrayList<>();

    public Cautions() {
        try (InputStream in = Cautions.class.getResourceAsStream(WORDS)) {
            if (in == null) throw new IllegalStateException("no " + WORDS);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line : lines.lines().toList()) {
                if (line.isBlank() || line.startsWith("#")) continue;
                String[] parts = line.split("\t", 2);
                rules.add(new Rule(Caution.Kind.valueOf(parts[0]), Pattern.compile(parts[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a caution for each word found, in the order of the rules. */
    public List<Caution> of(String text) {
        Set<Caution> found = new LinkedHashSet<>();
        for (Rule rule : rules) {
            Matcher word = rule.words().matcher(text);
            while (word.find()) found.add(new Caution(rule.kind(), word.group()));
        }
        return List.copyOf(found);
    }
}
