package packwitness.ui.kit;

/** A state for the eye: told by shape and word as well as by colour. */
public enum Mark {
    /** Nothing happens: an empty ring. */
    OFF,
    /** Ready for the next: a tick. */
    READY,
    /** Recording, or urgent: a full disc. */
    RUNNING,
    /** Look here: a triangle. */
    ATTENTION,
    /** Wrong or missing: a crossed square. */
    TROUBLE,
    /** Do not go on: an octagon with a bar, as on the road. */
    STOP;

    /** Returns the style class of this state, such as {@code mark-running}. */
    public String style() {
        return "mark-" + name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns the outline of its shape in a square of 24 x 24. */
    public String outline() {
        return switch (this) {
            case OFF ->
                    "M12 2 A10 10 0 1 0 12 22 A10 10 0 1 0 12 2 Z"
                            + " M12 5 A7 7 0 1 1 12 19 A7 7 0 1 1 12 5 Z";
            case READY -> "M2 12.5 L5.2 9.3 L9.6 13.7 L18.8 4.5 L22 7.7 L9.6 20.1 Z";
            case RUNNING -> "M12 2 A10 10 0 1 0 12 22 A10 10 0 1 0 12 2 Z";
            case ATTENTION ->
                    "M12 2 L23 22 L1 22 Z M10.8 9 L10.8 15.5 L13.2 15.5 L13.2 9 Z"
                            + " M10.8 17 L10.8 19.4 L13.2 19.4 L13.2 17 Z";
            case TROUBLE ->
                    "M4.5 2 L12 9.5 L19.5 2 L22 4.5 L14.5 12 L22 19.5 L19.5 22 L12 14.5 L4.5 22"
                            + " L2 19.5 L9.5 12 L2 4.5 Z";
            case STOP ->
                    "M7.5 1 L16.5 1 L23 7.5 L23 16.5 L16.5 23 L7.5 23 L1 16.5 L1 7.5 Z"
                            + " M5 10 L5 14 L19 14 L19 10 Z";
        };
    }
}
