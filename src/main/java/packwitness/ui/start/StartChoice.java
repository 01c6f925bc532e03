package packwitness.ui.start;

import java.nio.file.Path;

/** What was chosen at the first start. */
public record StartChoice(Path vault, String camera, String station) {}
