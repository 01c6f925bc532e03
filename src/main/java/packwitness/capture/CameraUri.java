package packwitness.capture;

import packwitness.value.Failure;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A camera's address taken apart; {@link #open()} is the form that may be shown and stored. */
record CameraUri(String scheme, String body, Map<String, String> options, String whole) {
    private static final Set<String> NETWORK = Set.of("rtsp", "rtsps", "http", "https");
    private static final Set<String> NAMED = Set.of("usb", "webcam");

    /** The names of Windows hold question marks of their own. */
    private static final Pattern OPTIONS =
            Pattern.compile("[a-z]+=[^&?=\\\\]*(&[a-z]+=[^&?=\\\\]*)*");

    static CameraUri parse(String text) throws Failure {
        int colon = text.indexOf(':');
        if (colon <= 0) throw new Failure(CaptureProblem.ADDRESS_UNKNOWN, withoutSecrets(text));
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String body = text.substring(colon + 1);
        if (NETWORK.contains(scheme)) return new CameraUri(scheme, body, Map.of(), text);
        int mark = body.lastIndexOf('?');
        // A file's own name may hold a question mark.
        if (mark < 0 || scheme.equals("file") && exists(body))
            return new CameraUri(scheme, body, Map.of(), text);
        if (NAMED.contains(scheme) && !OPTIONS.matcher(body.substring(mark + 1)).matches())
            return new CameraUri(scheme, body, Map.of(), text);
        return new CameraUri(
                scheme, body.substring(0, mark), options(body.substring(mark + 1)), text);
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Map<String, String> options(String query) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals >= 0) found.put(pair.substring(0, equals), pair.substring(equals + 1));
            else if (!pair.isBlank()) found.put(pair, "");
        }
        return found;
    }

    static boolean isNetwork(String scheme) {
        return NETWORK.contains(scheme.toLowerCase(Locale.ROOT));
    }

    boolean network() {
        return NETWORK.contains(scheme);
    }

    /** Returns the address without user, password and the values of its query. */
    String open() {
        return network() ? withoutSecrets(whole) : whole;
    }

    static String withoutSecrets(String address) {
        int slashes = address.indexOf("//");
        if (slashes < 0) return address.indexOf('@') < 0 ? address : "…";
        int host = slashes + 2;
        int path = address.indexOf('/', host);
        int query = address.indexOf('?', host);
        int hostEnd = path >= 0 ? path : query >= 0 ? query : address.length();
        int user = address.lastIndexOf('@', hostEnd);
        // A password may hold a slash; then the last @ before the query is where the host begins.
        int late = address.lastIndexOf('@', query >= 0 ? query : address.length());
        int from = Math.max(host, Math.max(user, late) + 1);
        String shown = address.substring(0, host) + address.substring(from);
        int shownQuery = shown.indexOf('?');
        return shownQuery < 0 ? shown : shown.substring(0, shownQuery) + "?…";
    }

    /** Fails where an option is none of these. */
    CameraUri only(Set<String> known) throws Failure {
        for (String name : options.keySet())
            if (!known.contains(name))
                throw new Failure(CaptureProblem.OPTION_UNKNOWN, open(), name);
        return this;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns whether {@code pace=fast} is asked for. */
    boolean fast() throws Failure {
        String pace = option("pace").orElse("real");
        if (pace.equals("fast")) return true;
        if (pace.equals("real")) return false;
        throw new Failure(CaptureProblem.OPTION_UNKNOWN, open(), "pace=" + pace);
    }

    double number(String name, double otherwise, double least, double most) throws Failure {
        Optional<String> text = option(name);
        if (text.isEmpty()) return otherwise;
        try {
            double value = Double.parseDouble(text.get());
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        throw new Failure(CaptureProblem.OPTION_UNKNOWN, open(), name + "=" + text.get());
    }

    /** Returns width and height of {@code size=1280x720}, both even. */
    int[] size(int width, int height) throws Failure {
        Optional<String> text = option("size");
        if (text.isEmpty()) return new int[] {width, height};
        if (text.get().matches("[0-9]{2,4}x[0-9]{2,4}")) {
            String[] parts = text.get().split("x");
            int w = Integer.parseInt(parts[0]) & ~1;
            int h = Integer.parseInt(parts[1]) & ~1;
            if (w >= 160 && h >= 90 && w <= 3840 && h <= 2160) return new int[] {w, h};
        }
        throw new Failure(CaptureProblem.OPTION_UNKNOWN, open(), "size=" + text.get());
    }
}
