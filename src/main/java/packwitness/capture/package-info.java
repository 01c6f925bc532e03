/**
 * Camera frames and the codes seen in them: USB, network, file and the demo scene behind one
 * interface. Begin with {@link packwitness.capture.Camera}. Never writes a file and never waits for
 * a screen.
 */
@NullMarked
package packwitness.capture;

import org.jspecify.annotations.NullMarked;
