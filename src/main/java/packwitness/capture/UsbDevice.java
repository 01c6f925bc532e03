package packwitness.capture;

import java.util.List;
import java.util.Locale;

/**
 * A camera as the system names it now.
 *
 * @param id the name that stays the same when the camera is plugged in again
 * @param stable whether it really does; else the system knows no better than a name or a number
 * @param others further names it answers to: a link, a node, a number
 * @param place what the driver opens: a node, a name or a number
 */
record UsbDevice(String id, boolean stable, List<String> others, String name, String place) {
    UsbDevice {
        others = List.copyOf(others);
    }

    boolean answersTo(String asked) {
        String wanted = asked.toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).equals(wanted)
                || name.toLowerCase(Locale.ROOT).equals(wanted)
                || others.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(wanted));
    }
}
