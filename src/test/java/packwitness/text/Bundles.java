package packwitness.text;

import packwitness.value.Lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The bundles as files, for the tests that look at all of them. */
final class Bundles {
    static final Path FOLDER = Path.of("src/main/resources/packwitness/text");

    private static final Pattern NAME = Pattern.compile("(\\w+)_(zh|en)\\.properties");
    private static final Pattern KEY = Pattern.compile("^([A-Za-z][\\w.-]*)\\s*[=:]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    private Bundles() {}

    /** Returns the rooms that have a bundle in any language. */
    static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static Path file(String room, Lang lang) {
        return FOLDER.resolve(room + "_" + lang.code() + ".properties");
    }

    /** Returns the keys in the order of the file, a doubled one twice. */
    static List<String> keys(String room, Lang lang) throws IOException {
        List<String> keys = new ArrayList<>();
        boolean goesOn = false;
        for (String line : Files.readAllLines(file(room, lang), StandardCharsets.UTF_8)) {
            Matcher key = KEY.matcher(line);
            if (!goesOn && key.find()) keys.add(key.group(1));
            goesOn = !line.startsWith("#") && line.endsWith("\\");
        }
        return keys;
    }

    /** Returns the numbers of the places a sentence fills, those inside choices too. */
    static Set<Integer> places(String pattern) {
        Set<Integer> places = new TreeSet<>();
        Matcher place = PLACE.matcher(new MessageFormat(pattern).toPattern());
        while (place.find()) places.add(Integer.valueOf(place.group(1)));
        return places;
    }
}
