package packwitness.inspect.container;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a walker finds, within bounds. */
final class Findings {
    private static final int MOST_PIECES = 4_000;
    private static final int MOST_SECTIONS = 200_000;
    private static final int MOST_DAMAGE = 50;

    private final Bytes file;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Extent> sections = new ArrayList<>();
    private final List<Extent> manifestExtents = new ArrayList<>();
    private final Set<String> damage = new LinkedHashSet<>();
    private String container = "none";
    private int width;
    private int height;
    private long inflated;

    Findings(Bytes file) {
        this.file = file;
    }

    Bytes file() {
        return file;
    }

    void container(String name) {
        container = name;
    }

    void size(long wide, long high) {
        if (wide <= 0 || high <= 0 || wide > Integer.MAX_VALUE || high > Integer.MAX_VALUE) return;
        width = (int) wide;
        height = (int) high;
    }

    boolean hasSize() {
        return width > 0;
    }

    long area() {
        return (long) width * height;
    }

    void add(PieceKind kind, String place, String name, Bytes bytes) throws Damage {
        if (pieces.size() >= MOST_PIECES) throw new Damage("too many parts");
        pieces.add(new Piece(kind, place, name, bytes));
    }

    void section(String name, long offset, long length) throws Damage {
        if (sections.size() >= MOST_SECTIONS) throw new Damage("too many parts");
        sections.add(new Extent(name, offset, length));
    }

    void manifestExtent(String name, long offset, long length) throws Damage {
        if (manifestExtents.size() >= MOST_PIECES) throw new Damage("too many parts");
        manifestExtents.add(new Extent(name, offset, length));
    }

    void damaged(String words) {
        if (damage.size() < MOST_DAMAGE) damage.add(words);
    }

    /** Unpacks within the budget of the whole file, so that a small bomb stays small. */
    Bytes inflate(Bytes packed) throws Damage {
        Bytes plain = Inflate.zlib(packed);
        inflated += plain.length();
        if (inflated > Inflate.MOST_IN_ALL) throw new Damage("unpacks to too much");
        return plain;
    }

    PictureFile done() {
        return new PictureFile(
                file,
                container,
                width,
                height,
                List.copyOf(pieces),
                List.copyOf(sections),
                List.copyOf(manifestExtents),
                List.copyOf(damage));
    }
}
