package packwitness.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;

import packwitness.house.Sources;
import packwitness.value.Lang;
import packwitness.value.Problem;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every problem of every room is explained in both languages, with what its place can tell. */
class ProblemTextsTest {
    private static final List<String> PARTS = List.of(".what", ".safe", ".todo");

    @Test
    void everyProblemIsExplainedInBothLanguages() {
        List<String> missing = new ArrayList<>();
        for (Problem problem : problems())
            for (Lang lang : Lang.values())
                for (String part : PARTS)
                    if (sentence(problem.key() + part, lang).isBlank())
                        missing.add(lang + " " + problem.key() + part);
        assertEquals(List.of(), missing);
    }

    @Test
    void theKeyOfAProblemIsItsRoomAndItsName() {
        for (Problem problem : problems())
            assertEquals(
                    problem.getClass().getPackageName().split("\\.")[1] + "." + problem,
                    problem.key());
    }

    @Test
    void everyCodeStandsForOneProblem() {
        Map<String, String> seen = new HashMap<>();
        for (Problem problem : problems()) {
            String other = seen.put(Messages.code(problem), problem.key());
            assertEquals(null, other, problem.key() + " shares " + Messages.code(problem));
        }
    }

    @Test
    void noSentenceHasMorePlacesThanTheFailureHasDetails() throws IOException {
        Map<String, Problem> problems = new HashMap<>();
        for (Problem problem : problems())
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
        return Bundle.read(room, lang).patterns().getOrDefault(key, "");
    }

    private static List<Problem> problems() {
        List<Problem> problems =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("packwitness")
                                .stream()
                                .filter(type -> type.isAssignableTo(Problem.class) && type.isEnum())
                                .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                                .map(Problem.class::cast)
                                .toList();
        assertTrue(!problems.isEmpty(), "no problem found");
        return problems;
    }
}
