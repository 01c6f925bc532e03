package packwitness.ui.start;

/** A camera that can be chosen by its name; the address is what the desk is armed with. */
public record CameraChoice(String uri, String name) {
    /** The scene drawn by the program itself, for trying everything without a camera. */
    public static final String DEMO = "demo:";
}
