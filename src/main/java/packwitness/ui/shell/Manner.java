package packwitness.ui.shell;

/** How the window behaves. */
public enum Manner {
    /** A window with all workspaces. */
    WINDOW,
    /** The whole screen, and nothing on it but the packing desk. */
    KIOSK,
    /** A window that closes as soon as it can be used: to learn its start and to measure it. */
    TRIAL
}
