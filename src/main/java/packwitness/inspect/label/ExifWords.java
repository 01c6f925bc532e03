package packwitness.inspect.label;

import packwitness.inspect.container.Piece;
import packwitness.inspect.container.TiffField;
import packwitness.inspect.container.TiffFields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names the EXIF fields that carry words; maker notes are left alone. */
final class ExifWords {
    private static final int MOST_TEXT = 1 << 20;
    private static final int USER_COMMENT = 0x9286;
    private static final Map<Integer, String> NAMES =
            Map.ofEntries(
                    Map.entry(0x000B, "ProcessingSoftware"),
                    Map.entry(0x010E, "ImageDescription"),
                    Map.entry(0x010F, "Make"),
                    Map.entry(0x0110, "Model"),
                    Map.entry(0x0131, "Software"),
                    Map.entry(0x0132, "DateTime"),
                    Map.entry(0x013B, "Artist"),
                    Map.entry(0x013C, "HostComputer"),
                    Map.entry(0x829A, "ExposureTime"),
                    Map.entry(0x829D, "FNumber"),
                    Map.entry(0x8298, "Copyright"),
                    Map.entry(0x8827, "ISOSpeed"),
                    Map.entry(0x9003, "DateTimeOriginal"),
                    Map.entry(0x9011, "OffsetTimeOriginal"),
                    Map.entry(USER_COMMENT, "UserComment"),
                    Map.entry(0xA433, "LensMake"),
                    Map.entry(0xA434, "LensModel"),
                    Map.entry(0x9C9B, "XPTitle"),
                    Map.entry(0x9C9C, "XPComment"),
                    Map.entry(0x9C9D, "XPAuthor"),
                    Map.entry(0x9C9E, "XPKeywords"),
                    Map.entry(0x9C9F, "XPSubject"));

    private ExifWords() {}

    static List<Said> read(Piece piece) {
        List<Said> all = new ArrayList<>();
        for (TiffField field : TiffFields.of(piece.bytes())) {
            if (field.directory().equals("next") || field.value().length() > MOST_TEXT) continue;
            if (field.directory().equals("gps")) {
                if (field.tag() == 2 || field.tag() == 4)
                    all.add(
                            new Said(
                                    "exif",
                                    "gps",
                                    "",
                                    field.tag() == 2 ? "Latitude" : "Longitude",
                                    "set"));
                continue;
            }
            String name = NAMES.get(field.tag());
            if (name == null) continue;
            String text = text(field, name);
            if (!text.isEmpty()) all.add(new Said(place(field), field.directory(), "", name, text));
        }
        return all;
    }

    private static String place(TiffField field) {
        return switch (field.tag()) {
            case USER_COMMENT -> "exif-usercomment";
            case 0x010E -> "exif-imagedescription";
            default -> "exif";
        };
    }

    private static String text(TiffField field, String name) {
        if (field.tag() == USER_COMMENT) return field.comment();
        if (name.startsWith("XP")) return field.wide();
        if (field.type() == 2) return field.text();
        // Numbers are not needed as numbers: that they are there is what counts.
        if (name.equals("ExposureTime") || name.equals("FNumber") || name.equals("ISOSpeed"))
            return field.value().length() > 0 ? "set" : "";
        return field.type() == 1 || field.type() == 7 ? field.text() : "";
    }
}
