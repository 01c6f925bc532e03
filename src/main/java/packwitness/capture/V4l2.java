package packwitness.capture;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a Linux camera what it is and what it offers, by the calls of linux/videodev2.h. The list of
 * the video library has no rates, and its camera drivers need libpulse even to be asked.
 */
final class V4l2 {
    /** One call to an open camera: returns less than 0 where it is refused. */
    interface Calls {
        int call(long request, MemorySegment structure);
    }

    /** What a camera says of itself. */
    record Answer(String card, boolean captures, List<CameraMode> modes) {}

    static final long QUERYCAP = 0x80685600L;
    static final long ENUM_FMT = 0xC0405602L;
    static final long ENUM_FRAMESIZES = 0xC02C564AL;
    static final long ENUM_FRAMEINTERVALS = 0xC034564BL;

    private static final int CAPTURE = 1;
    private static final int HAS_DEVICE_CAPS = 0x80000000;
    private static final int DISCRETE = 1;

    /** A broken driver must not keep us counting. */
    private static final int MOST = 256;

    private static final Map<String, String> CODECS =
            Map.ofEntries(
                    Map.entry("MJPG", "mjpeg"),
                    Map.entry("JPEG", "mjpeg"),
                    Map.entry("H264", "h264"),
                    Map.entry("HEVC", "hevc"),
                    Map.entry("YUYV", "yuyv422"),
                    Map.entry("UYVY", "uyvy422"),
                    Map.entry("NV12", "nv12"),
                    Map.entry("YU12", "yuv420p"),
                    Map.entry("RGB3", "rgb24"),
                    Map.entry("BGR3", "bgr24"),
                    Map.entry("GREY", "gray"));

    /** Sizes that are tried where a camera takes any. */
    private static final int[][] USUAL = {{1920, 1080}, {1280, 720}, {640, 480}};

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT.withOrder(ByteOrder.nativeOrder());

    private final Calls calls;
    private final Arena arena;

    private V4l2(Calls calls, Arena arena) {
        this.calls = calls;
        this.arena = arena;
    }

    /** Returns the answers; empty where it is no camera at all. */
    static Optional<Answer> ask(Calls calls) {
        try (Arena arena = Arena.ofConfined()) {
            return new V4l2(calls, arena).answer();
        }
    }

    private Optional<Answer> answer() {
        MemorySegment capability = arena.allocate(104, 8);
        if (calls.call(QUERYCAP, capability) < 0) return Optional.empty();
        int whole = capability.get(INT, 84);
        int can = (whole & HAS_DEVICE_CAPS) != 0 ? capability.get(INT, 88) : whole;
        boolean captures = (can & CAPTURE) != 0;
        String card = text(capability, 16, 32);
        return Optional.of(new Answer(card, captures, captures ? modes() : List.of()));
    }

    private static String text(MemorySegment from, int at, int most) {
        byte[] bytes = from.asSlice(at, most).toArray(ValueLayout.JAVA_BYTE);
        int end = 0;
        while (end < most && bytes[end] != 0) end++;
        return new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
    }

    private List<CameraMode> modes() {
        Set<CameraMode> found = new LinkedHashSet<>();
        MemorySegment format = arena.allocate(64, 8);
        for (int i = 0; i < MOST; i++) {
            format.fill((byte) 0).set(INT, 0, i);
            format.set(INT, 4, CAPTURE);
            if (calls.call(ENUM_FMT, format) < 0) break;
            int pixels = format.get(INT, 44);
            String codec = CODECS.get(fourCharacters(pixels));
            if (codec == null) continue;
            for (int[] size : sizes(pixels))
                found.add(new CameraMode(codec, size[0], size[1], rate(pixels, size)));
        }
        return new ArrayList<>(found);
    }

    private static String fourCharacters(int code) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 4; i++) text.append((char) (code >> 8 * i & 0x7f));
        return text.toString();
    }

    private List<int[]> sizes(int pixels) {
        List<int[]> found = new ArrayList<>();
        MemorySegment size = arena.allocate(44, 8);
        for (int i = 0; i < MOST; i++) {
            size.fill((byte) 0).set(INT, 0, i);
            size.set(INT, 4, pixels);
            if (calls.call(ENUM_FRAMESIZES, size) < 0) break;
            if (size.get(INT, 8) == DISCRETE) {
                found.add(new int[] {size.get(INT, 12), size.get(INT, 16)});
                continue;
            }
            int mostWidth = size.get(INT, 16);
            int mostHeight = size.get(INT, 28);
            for (int[] usual : USUAL)
                if (fits(usual[0], size.get(INT, 12), mostWidth, size.get(INT, 20))
                        && fits(usual[1], size.get(INT, 24), mostHeight, size.get(INT, 32)))
                    found.add(usual);
            found.add(new int[] {mostWidth, mostHeight});
            break;
        }
        found.removeIf(one -> one[0] < 16 || one[1] < 16 || one[0] > 16384 || one[1] > 16384);
        return found;
    }

    private static boolean fits(int wanted, int least, int most, int step) {
        return wanted >= least && wanted <= most && (step <= 1 || (wanted - least) % step == 0);
    }

    /** Returns the highest rate at a size; 0 where it is not told. */
    private double rate(int pixels, int[] size) {
        double best = 0;
        MemorySegment interval = arena.allocate(52, 8);
        for (int i = 0; i < MOST; i++) {
            interval.fill((byte) 0).set(INT, 0, i);
            interval.set(INT, 4, pixels);
            interval.set(INT, 8, size[0]);
            interval.set(INT, 12, size[1]);
            if (calls.call(ENUM_FRAMEINTERVALS, interval) < 0) break;
            // Of a range the shortest interval stands where a single one would.
            double numerator = Integer.toUnsignedLong(interval.get(INT, 20));
            double denominator = Integer.toUnsignedLong(interval.get(INT, 24));
            if (numerator > 0) best = Math.max(best, denominator / numerator);
            if (interval.get(INT, 16) != DISCRETE) break;
        }
        return best > 1000 ? 0 : best;
    }
}
