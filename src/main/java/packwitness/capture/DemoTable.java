package packwitness.capture;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * What lies on the demonstration's table at each of its moments, counted in frames of the camera
 * that looks at it first; a second camera beside it sees the same. Any thread.
 */
final class DemoTable {
    /** Of a table at which nobody scans. */
    private static final double CYCLE_SECONDS = 8;

    /** A parcel that was scanned stays, packed, until the next scan, be its packer ever so slow. */
    private static final double SCANNED_SECONDS = 30;

    /** Cameras beside one another are never further apart than a few parcels. */
    private static final int REMEMBERED = 64;

    /** One parcel: the moment it came, its label, and the label of the parcel it pushes away. */
    record Parcel(long start, String waybill, String before, boolean packedBefore) {}

    /** What was asked for; a new parcel begins with the next frame. */
    private record Wish(String waybill, int parcel) {}

    private final double framesPerSecond;
    private final ArrayDeque<Parcel> parcels = new ArrayDeque<>();
    private Wish wish;
    private int parcel;

    DemoTable(double framesPerSecond, String waybill) {
        this.framesPerSecond = framesPerSecond;
        wish = new Wish(waybill, 0);
        parcels.add(new Parcel(0, waybill, waybill, false));
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    synchronized void waybill(String text) {
        wish = new Wish(text, wish.parcel);
    }

    synchronized void nextParcel(String text) {
        wish = new Wish(text, wish.parcel + 1);
    }

    /** Returns the parcel at a moment; a wish not yet seen comes true at the first later one. */
    synchronized Parcel at(long number) {
        Parcel now = parcels.getLast();
        if (number < now.start) return earlier(number);
        double stays = parcel > 0 ? SCANNED_SECONDS : CYCLE_SECONDS;
        boolean over = (number - now.start) / framesPerSecond >= stays;
        if (wish.parcel != parcel || over) {
            boolean packed = number > 0 && number != now.start;
            if (!packed) parcels.removeLast();
            now = new Parcel(number, wish.waybill, now.waybill, packed);
            parcels.add(now);
            parcel = wish.parcel;
        } else if (!wish.waybill.equals(now.waybill)) {
            parcels.removeLast();
            now = new Parcel(now.start, wish.waybill, now.before, now.packedBefore);
            parcels.add(now);
        }
        if (parcels.size() > REMEMBERED) parcels.removeFirst();
        return now;
    }

    private Parcel earlier(long number) {
        Iterator<Parcel> back = parcels.descendingIterator();
        Parcel found = back.next();
        while (found.start > number && back.hasNext()) found = back.next();
        return found;
    }
}
