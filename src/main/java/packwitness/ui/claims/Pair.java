package packwitness.ui.claims;

import javafx.scene.image.Image;

import packwitness.inspect.compare.Box;
import packwitness.inspect.compare.Matched;

import java.util.List;

/**
 * Two pictures for the eye.
 *
 * @param aligned whether theirs lies on the frame of ours, point for point; only then may the two
 *     be laid over each other
 * @param regions places that differ, in pixels of ours, numbered from 1; empty unless aligned
 * @param matched points found in both, in pixels of each; empty where aligned
 */
public record Pair(
        Image ours, Image theirs, boolean aligned, List<Box> regions, List<Matched> matched) {
    public Pair {
        regions = List.copyOf(regions);
        matched = List.copyOf(matched);
    }
}
