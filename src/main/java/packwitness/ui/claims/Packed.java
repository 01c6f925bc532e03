package packwitness.ui.claims;

import packwitness.platform.ImagePack;
import packwitness.platform.PlatformRule;

import java.nio.file.Path;

/** An image pack that lies in its folder, ready to be handed in. */
public record Packed(PlatformRule rule, ImagePack pack, Path folder) {}
