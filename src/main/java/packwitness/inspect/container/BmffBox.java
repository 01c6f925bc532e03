package packwitness.inspect.container;

import java.util.ArrayList;
import java.util.List;

/**
 * One box of an ISO base media file.
 *
 * @param offset of the box in the file
 * @param header length of size, type and extended type
 * @param body what follows the header
 */
public record BmffBox(String type, String userType, long offset, int header, Bytes body) {
    private static final int MOST = 100_000;

    /** Returns the length of the whole box. */
    public long length() {
        return (long) header + body.length();
    }

    /** Returns the boxes that stand one after the other, up to the first damage. */
    public static List<BmffBox> of(Bytes all) {
        List<BmffBox> boxes = new ArrayList<>();
        long at = 0;
        try {
            while (at + 8 <= all.length() && boxes.size() < MOST) {
                BmffBox box = at(all, at);
                boxes.add(box);
                at += box.length();
            }
        } catch (Damage e) {
            // What stands before the damage still counts; whoever needs all compares lengths.
            return boxes;
        }
        return boxes;
    }

    private static BmffBox at(Bytes all, long at) throws Damage {
        long size = all.u32(at);
        String type = all.part(at + 4, 4).latin1();
        int header = 8;
        if (size == 1) {
            size = all.u64(at + 8);
            header = 16;
        }
        if (size == 0) size = all.length() - at;
        String userType = "";
        if (type.equals("uuid")) {
            userType = all.part(at + header, 16).latin1();
            header += 16;
        }
        if (size < header) throw new Damage("impossible size");
        return new BmffBox(
                type, userType, all.start() + at, header, all.part(at + header, size - header));
    }
}
