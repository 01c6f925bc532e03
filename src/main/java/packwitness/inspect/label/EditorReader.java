package packwitness.inspect.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads which program wrote the file; a camera's own firmware is no editor. */
public final class EditorReader {
    private static final int MOST_STEPS = 20;
    private static final Set<String> NAMES =
            Set.of("software", "creatortool", "processingsoftware", "softwareagent");

    /** Lower-case names of programs that change pictures. */
    private static final List<String> EDITORS =
            List.of(
                    "photoshop",
                    "lightroom",
                    "gimp",
                    "adobe",
                    "affinity",
                    "pixelmator",
                    "snapseed",
                    "picsart",
                    "paint.net",
                    "paint shop",
                    "paintshop",
                    "capture one",
                    "darktable",
                    "rawtherapee",
                    "krita",
                    "canva",
                    "figma",
                    "acdsee",
                    "xnview",
                    "irfanview",
                    "photoscape",
                    "corel",
                    "faceapp",
                    "facetune",
                    "meitu",
                    "美图",
                    "醒图",
                    "xingtu",
                    "光影魔术手",
                    "黄油相机",
                    "剪映",
                    "capcut",
                    "vsco",
                    "polarr",
                    "luminar",
                    "picasa",
                    "imagemagick",
                    "photoroom",
                    "remini",
                    "lightleap",
                    "touchretouch",
                    "b612",
                    "beautyplus",
                    "轻颜",
                    "无他相机",
                    "wps图片",
                    "photodirector",
                    "aftershot",
                    "inkscape",
                    "sketch",
                    "fotor",
                    "befunky",
                    "pixlr",
                    "apple photos",
                    "nx studio",
                    "dxo",
                    "on1 photo",
                    "topaz",
                    "photo editor",
                    "acd systems",
                    "imageready",
                    "quicktime",
                    "ulead",
                    "photoimpact",
                    "windows photo",
                    "pro photo tools",
                    "microsoft",
                    "graphicconverter",
                    "zoner",
                    "silkypix",
                    "capture nx",
                    "viewnx",
                    "digital photo professional",
                    "olympus master",
                    "photo mechanic",
                    "aperture",
                    "iphoto",
                    "photofiltre",
                    "photoplus",
                    "picmonkey",
                    "exiftool",
                    "blender",
                    "polyview",
                    "gd-jpeg",
                    "libvips",
                    "image alchemy",
                    "photostudio",
                    "phototools",
                    "showfoto",
                    "digikam",
                    "gwenview",
                    "shotwell",
                    "f-spot",
                    "nomacs",
                    "faststone",
                    "photopea",
                    "pixelmator",
                    "procreate",
                    "clip studio",
                    "paintnet",
                    "mspaint");

    private EditorReader() {}

    /** Returns the program and the history the words name. */
    public static EditorTrace read(List<Said> words) {
        String software = "";
        String editor = "";
        String place = "";
        for (Said said : words) {
            if (!NAMES.contains(said.name().toLowerCase(Locale.ROOT))) continue;
            if (said.text().isBlank()) continue;
            if (software.isEmpty()) software = said.text();
            if (editor.isEmpty() && isEditor(said.text())) {
                editor = said.text();
                place = said.place() + " " + said.name();
            }
        }
        return new EditorTrace(editor.isEmpty() ? software : editor, editor, place, history(words));
    }

    private static boolean isEditor(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return EDITORS.stream().anyMatch(lower::contains);
    }

    private static List<String> history(List<Said> words) {
        List<String> steps = new ArrayList<>();
        String action = "";
        for (Said said : words) {
            if (steps.size() >= MOST_STEPS) break;
            if (!said.space().endsWith("/ResourceEvent#")) continue;
            if (said.name().equals("action")) {
                if (!action.isEmpty()) steps.add(action);
                action = said.text();
            } else if (said.name().equals("softwareAgent") && !action.isEmpty()) {
                steps.add(action + ": " + said.text());
                action = "";
            }
        }
        if (!action.isEmpty() && steps.size() < MOST_STEPS) steps.add(action);
        return steps;
    }
}
