package packwitness.inspect.container;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the directories of a TIFF structure, as they stand in EXIF blocks and TIFF files. */
public final class TiffFields {
    private static final int MOST_FIELDS = 2_000;
    private static final int MOST_DIRECTORIES = 32;
    private static final int EXIF = 0x8769;
    private static final int GPS = 0x8825;
    private static final int[] SIZES = {1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private final Bytes block;
    private final boolean big;
    private final List<TiffField> fields = new ArrayList<>();
    private final Set<Long> seen = new HashSet<>();

    private TiffFields(Bytes block, boolean big) {
        this.block = block;
        this.big = big;
    }

    /** Returns all fields that can be read; a damaged structure yields those before the damage. */
    public static List<TiffField> of(Bytes block) {
        boolean big = block.says(0, "MM\0*");
        if (!big && !block.says(0, "II*\0")) return List.of();
        TiffFields reader = new TiffFields(block, big);
        try {
            reader.directory(reader.number(4, 4), "main");
        } catch (Damage e) {
            // The fields read so far still speak; the walker reports damage of the file.
            return List.copyOf(reader.fields);
        }
        return List.copyOf(reader.fields);
    }

    private void directory(long at, String name) throws Damage {
        if (at == 0 || seen.size() >= MOST_DIRECTORIES || !seen.add(at)) return;
        long count = number(at, 2);
        for (long i = 0; i < count; i++) {
            if (fields.size() >= MOST_FIELDS) return;
            field(at + 2 + 12 * i, name);
        }
        directory(number(at + 2 + 12 * count, 4), "next");
    }

    private void field(long at, String directory) throws Damage {
        int tag = (int) number(at, 2);
        int type = (int) number(at + 2, 2);
        long count = number(at + 4, 4);
        long length = count * (type > 0 && type < SIZES.length ? SIZES[type] : 1);
        long where = length <= 4 ? at + 8 : number(at + 8, 4);
        if (tag == EXIF || tag == GPS) {
            try {
                directory(number(at + 8, 4), tag == EXIF ? "exif" : "gps");
            } catch (Damage e) {
                // A lost sub-directory does not hide the fields beside it.
                return;
            }
            return;
        }
        if (where + length > block.length()) return;
        fields.add(new TiffField(directory, tag, type, count, big, block.part(where, length)));
    }

    private long number(long at, int size) throws Damage {
        if (size == 2) return big ? block.u16(at) : block.le16(at);
        return big ? block.u32(at) : block.le32(at);
    }
}
