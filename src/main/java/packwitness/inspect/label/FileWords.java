package packwitness.inspect.label;

import packwitness.inspect.container.PictureFile;
import packwitness.inspect.container.Piece;

import java.util.ArrayList;
import java.util.List;

/** Gathers every named text of a file, so that each reader asks one list. */
public final class FileWords {
    private static final int MOST_TEXT = 4 << 20;
    private static final int MOST_RAW = 1 << 20;

    private FileWords() {}

    /** Returns all texts in file order. */
    public static List<Said> of(PictureFile file) {
        List<Said> all = new ArrayList<>();
        for (Piece piece : file.pieces()) {
            String place = piece.place();
            switch (piece.kind()) {
                case XMP -> all.addAll(XmpPacket.read(piece));
                case EXIF -> all.addAll(ExifWords.read(piece));
                case TEXT ->
                        all.add(
                                new Said(
                                        place,
                                        "",
                                        "",
                                        piece.name(),
                                        piece.bytes().head(MOST_TEXT).text()));
                case RAW ->
                        all.add(new Said(place, "", "", "", piece.bytes().head(MOST_RAW).latin1()));
                case TRAILER -> {
                    // A trailer may be a film; words stand at its beginning or at its end.
                    all.add(new Said(place, "", "", "", piece.bytes().head(MOST_RAW).latin1()));
                    if (piece.bytes().length() > MOST_RAW) {
                        long rest = Math.max(MOST_RAW, piece.bytes().length() - MOST_RAW);
                        all.add(new Said(place, "", "", "", piece.bytes().rest(rest).latin1()));
                    }
                }
                case MANIFEST -> {
                    // Read by the room for Content Credentials.
                }
            }
        }
        return List.copyOf(all);
    }
}
