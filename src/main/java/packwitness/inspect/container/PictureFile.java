package packwitness.inspect.container;

import java.util.List;

/**
 * A file taken apart.
 *
 * @param container such as {@code JPEG}; {@code none} where the bytes are no picture or video
 * @param width in pixels as the header states, 0 where unknown
 * @param height in pixels as the header states, 0 where unknown
 * @param sections the top-level parts in file order, named as C2PA names them
 * @param manifestExtents where the manifest store lies, with its wrapping
 * @param damage key phrases of what could not be read, without repetition
 */
public record PictureFile(
        Bytes file,
        String container,
        int width,
        int height,
        List<Piece> pieces,
        List<Extent> sections,
        List<Extent> manifestExtents,
        List<String> damage) {
    /** Returns the pieces of one kind, in file order. */
    public List<Piece> pieces(PieceKind kind) {
        return pieces.stream().filter(piece -> piece.kind() == kind).toList();
    }
}
