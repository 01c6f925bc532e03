package packwitness.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;

import packwitness.ui.kit.FxWatchdog;
import packwitness.ui.kit.OldLanguage;
import packwitness.ui.kit.RenderedContrast;
import packwitness.ui.kit.ScreensIndex;
import packwitness.value.Lang;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A walk through all workspaces of a vault with a parcel and a claim in it: every one is
 * photographed in both languages, light and dark, at the sizes people have; each text stands out
 * enough, none is left in the old language, and the FX thread stays free.
 */
class ScreensTourTest extends OpenDesktop {
    private static final long FREE_MILLIS = 50;
    private static final long REST_MILLIS = 20_000;

    @Test
    void everyPlaceSpeaksTheLanguageThatIsChosenAndCanBeRead() throws Exception {
        TreeSet<String> weak = new TreeSet<>();
        TreeSet<String> old = new TreeSet<>();
        OldLanguage chinese = new OldLanguage(Lang.ZH);
        OldLanguage english = new OldLanguage(Lang.EN);
        for (Place place : Place.values()) {
            go(place);
            String name = "walk-" + place;
            weak(name, weak);
            press("#strip-lang");
            old(chinese, name, old);
            press("#strip-lang");
            old(english, name, old);
        }
        assertEquals(List.of(), List.copyOf(old), "texts in the other language");
        assertEquals(List.of(), List.copyOf(weak), "texts that stand out too little");
    }

    /** Minutes of pictures, walked where somebody will look at them. */
    @Test
    void everyScreenIsPicturedAndTheFxThreadStaysFree() throws Exception {
        assumeTrue(
                Boolean.getBoolean("packwitness.tour"),
                "the tour of all screens runs with -Dpackwitness.tour=true");
        List<FxWatchdog.Late> late = rest();
        late.addAll(walk("first walk"));
        late.addAll(walk("second walk"));
        TreeSet<String> weak = new TreeSet<>();
        TreeSet<String> old = new TreeSet<>();
        OldLanguage chinese = new OldLanguage(Lang.ZH);
        OldLanguage english = new OldLanguage(Lang.EN);
        for (Place place : Place.values()) {
            go(place);
            String name = "tour-" + place;
            shoot(name + "-1366-zh");
            weak(name, weak);
            press("#strip-theme");
            shoot(name + "-1366-zh-dark");
            weak(name + "-dark", weak);
            press("#strip-lang");
            weak(name + "-dark-en", weak);
            press("#strip-theme");
            shoot(name + "-1366-en");
            old(chinese, name, old);
            weak(name + "-en", weak);
            press("#strip-lang");
            old(english, name, old);
        }
        sheets();
        report(late, weak, old);
        // Larger first, smaller last: the screen nobody needs forgets how large it was.
        size(1920, 1080);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-zh");
        }
        size(1280, 720);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-at-150-zh", 1.5);
        }
        size(960, 540);
        for (Place place : Place.values()) {
            go(place);
            shoot("tour-" + place + "-1920-at-200-zh", 2);
        }
        ScreensIndex.write(SCREENS);
        assertEquals(List.of(), List.copyOf(old), "texts in the other language");
        assertEquals(List.of(), List.copyOf(weak), "texts that stand out too little");
        // What the rest and the first walk cost is written into the report: classes are loaded.
        List<FxWatchdog.Late> ours =
                late.stream()
                        .filter(one -> one.during().startsWith("second"))
                        .filter(one -> one.isOurs(FREE_MILLIS))
                        .toList();
        assertEquals(List.of(), ours, "the FX thread was held");
    }

    private void old(OldLanguage language, String name, TreeSet<String> old) {
        language.under(stage().getScene().getRoot()).forEach(text -> old.add(name + ": " + text));
    }

    private void sheets() {
        robot.type(KeyCode.F1);
        until("the keys show", () -> robot.lookup("#key-sheet").tryQuery().isPresent());
        shoot("tour-keys-1366-zh");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertTrue(robot.lookup("#key-sheet").tryQuery().isEmpty());
        press("#strip-jobs");
        shoot("tour-jobs-1366-zh");
        robot.type(KeyCode.ESCAPE);
        settle();
    }

    private void weak(String name, TreeSet<String> weak) {
        WritableImage picture = picture();
        robot.interact(() ->
                RenderedContrast.of(stage().getScene().getRoot(), picture)
                        .forEach(one ->
                                weak.add(
                                        "%s: %.2f of %.1f %s %s"
                                                .formatted(
                                                        name,
                                                        one.ratio(),
                                                        one.needed(),
                                                        one.text(),
                                                        one.styles()))));
    }

    /** Leaves the window alone until it has made its places ahead. */
    private List<FxWatchdog.Late> rest() {
        try (FxWatchdog dog = new FxWatchdog()) {
            dog.during("at rest");
            robot.sleep(REST_MILLIS);
            return new ArrayList<>(dog.late());
        }
    }

    /** Goes through all workspaces by their keys and returns when the FX thread did not answer. */
    private List<FxWatchdog.Late> walk(String name) {
        try (FxWatchdog dog = new FxWatchdog()) {
            robot.sleep(100);
            for (Place place : Place.values()) {
                dog.during(name + ", " + place);
                robot.push(KeyCode.CONTROL, place.digit);
                robot.sleep(350);
                dog.during("");
            }
            return new ArrayList<>(dog.late());
        }
    }

    private void go(Place place) {
        press("#go-" + place);
        robot.sleep(250);
        settle();
    }

    private static void report(
            List<FxWatchdog.Late> late, TreeSet<String> weak, TreeSet<String> old)
            throws Exception {
        List<String> lines = new ArrayList<>();
        late.forEach(one -> lines.add("late  " + one));
        weak.forEach(one -> lines.add("weak  " + one));
        old.forEach(one -> lines.add("old   " + one));
        Files.write(SCREENS.resolve("tour.txt"), lines);
    }
}
