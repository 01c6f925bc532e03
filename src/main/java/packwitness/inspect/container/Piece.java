package packwitness.inspect.container;

/**
 * A part of a file that can carry words.
 *
 * @param place the carrier, such as {@code png-itxt}
 * @param name the key the text stands under, empty where it has none
 */
public record Piece(PieceKind kind, String place, String name, Bytes bytes) {}
