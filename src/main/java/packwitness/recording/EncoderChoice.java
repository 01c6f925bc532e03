package packwitness.recording;

import java.util.List;
import java.util.Locale;

/**
 * Which encoder is wished - {@link #HARDWARE} for any that this machine has, or a name - and how
 * hard x264 works where it is used. What is wished and not there falls back to software.
 */
public record EncoderChoice(String wished, String preset) {
    /** The wish for any encoder of the machine's own hardware. */
    public static final String HARDWARE = "hardware";

    /** How hard x264 works where nobody says otherwise. */
    public static final String PRESET = "superfast";

    private static final List<String> WINDOWS = List.of("h264_nvenc", "h264_qsv", "h264_mf");
    private static final List<String> MAC = List.of("h264_videotoolbox");
    private static final List<String> LINUX = List.of("h264_nvenc", "h264_qsv", "h264_v4l2m2m");

    /** Returns x264, with openh264 behind it. */
    public static EncoderChoice software() {
        return new EncoderChoice(RecorderSettings.X264, PRESET);
    }

    /** Returns the hardware of this machine first, after a self-test, and software behind it. */
    public static EncoderChoice hardware() {
        return new EncoderChoice(HARDWARE, PRESET);
    }

    /** Reads a setting: nothing, {@code software} or {@code hardware}, or an encoder's name. */
    public static EncoderChoice of(String setting) {
        String asked = setting.strip().toLowerCase(Locale.ROOT);
        return switch (asked) {
            case "", "auto", "software", "x264" -> software();
            case HARDWARE -> hardware();
            case "openh264" -> new EncoderChoice(RecorderSettings.OPENH264, PRESET);
            default -> new EncoderChoice(asked, PRESET);
        };
    }

    /** Returns the names to try in order; the software encoders stand at the end. */
    List<String> ladder() {
        java.util.LinkedHashSet<String> names = new java.util.LinkedHashSet<>();
        if (wished.equals(HARDWARE)) names.addAll(ofThisSystem());
        else names.add(wished);
        names.add(RecorderSettings.X264);
        names.add(RecorderSettings.OPENH264);
        return List.copyOf(names);
    }

    private static List<String> ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("win")) return WINDOWS;
        return system.contains("mac") ? MAC : LINUX;
    }

    /** Returns whether the encoder of this name is not one of our own software. */
    static boolean isHardware(String name) {
        return !name.equals(RecorderSettings.X264) && !name.equals(RecorderSettings.OPENH264);
    }
}
