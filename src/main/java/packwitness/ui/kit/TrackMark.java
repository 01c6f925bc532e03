package packwitness.ui.kit;

import java.time.Duration;

/**
 * A mark beside a film.
 *
 * @param sign what stands in its flag, a character or two
 * @param says what it is, for the tool tip and for those who cannot see it
 * @param style its style class
 */
public record TrackMark(Duration at, String sign, String says, String style) {}
