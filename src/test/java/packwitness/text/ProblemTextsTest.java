package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import packwitness.house.Sources;
import packwitness.storage.StorageProblem;
import packwitness.value.Lang;
import packwitness.value.Problem;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every problem of every room is explained in both languages, with what its place can tell. */
class ProblemTextsTest {
    private static final List<String> PARTS = List.of(".what", ".safe", ".todo");

    private static final List<Problem> PROBLEMS = everyProblem();

    @Test
    void thereAreProblemsToLookAt() {
        assertTrue(PROBLEMS.contains(StorageProblem.DISK_FULL));
    }

    @Test
    void everyProblemIsExplainedInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Problem problem : PROBLEMS)
            for (Lang lang : Lang.values())
                for (String part : PARTS)
                    if (sentence(problem.key() + part, lang).isBlank())
                        missing.add(lang + " " + problem.key() + part);
        assertEquals(List.of(), missing);
    }

    @Test
    void theKeyOfAProblemIsItsRoomAndItsName() {
        for (Problem problem : PROBLEMS)
            assertEquals(
                    problem.getClass().getPackageName().split("\\.")[1] + "." + problem,
                    problem.key());
    }

    @Test
    void everyCodeStandsForOneProblem() {
        Map<String, String> seen = new HashMap<>();
        for (Problem problem : PROBLEMS) {
            String other = seen.put(Messages.code(problem), problem.key());
            assertEquals(null, other, problem.key() + " shares " + Messages.code(problem));
        }
    }

    @Test
    void noSentenceHasMorePlacesThanTheFailureHasDetails() throws IOException {
        Map<String, Problem> problems = new HashMap<>();
        for (Problem problem : PROBLEMS)
            problems.put(((Enum<?>) problem).getDeclaringClass().getName() + problem, problem);
        List<String> wrong = new ArrayList<>();
        for (Sources.Raised raised : Sources.all().raised()) {
            Problem problem = problems.get(raised.enumName() + raised.constant());
            if (problem == null) continue;
            for (Lang lang : Lang.values())
                for (String part : PARTS)
                    for (int place : Bundles.places(sentence(problem.key() + part, lang)))
                        if (place >= raised.details())
                            wrong.add(raised.place() + " gives no {" + place + "} to " + part);
        }
        assertEquals(List.of(), wrong);
    }

    private static String sentence(String key, Lang lang) {
        String room = key.substring(0, key.indexOf('.'));
        if (!Files.exists(Bundles.file(room, lang))) return "";
        return Bundle.read(room, lang).patterns().getOrDefault(key, "");
    }

    private static List<Problem> everyProblem() {
        try {
            Path classes =
                    Path.of(
                            Problem.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("packwitness"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith(".class"))
                        .map(name -> name.substring(0, name.length() - ".class".length()))
                        .map(name -> type(name.replace(File.separatorChar, '.')))
                        .filter(type -> type.isEnum() && Problem.class.isAssignableFrom(type))
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(Problem.class::cast)
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Problem.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
