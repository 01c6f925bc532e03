package packwitness.inspect.label;

import java.util.List;
import java.util.Set;

/** Puts together what EXIF says of the camera. */
public final class CameraReader {
    private static final Set<String> EXPOSURE = Set.of("ExposureTime", "FNumber", "ISOSpeed");

    private CameraReader() {}

    /** Returns what the words say; empty texts where they say nothing. */
    public static CameraTrace read(List<Said> words) {
        String zone = first(words, "OffsetTimeOriginal");
        String taken = first(words, "DateTimeOriginal");
        return new CameraTrace(
                first(words, "Make"),
                first(words, "Model"),
                first(words, "LensModel"),
                zone.isEmpty() || taken.isEmpty() ? taken : taken + " " + zone,
                words.stream().anyMatch(s -> isExif(s) && EXPOSURE.contains(s.name())),
                words.stream().anyMatch(s -> s.space().equals("gps")));
    }

    private static String first(List<Said> words, String name) {
        return words.stream()
                .filter(s -> isExif(s) && s.name().equals(name))
                .map(Said::text)
                .findFirst()
                .orElse("");
    }

    private static boolean isExif(Said said) {
        return said.place().startsWith("exif");
    }
}
