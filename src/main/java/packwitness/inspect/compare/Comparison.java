package packwitness.inspect.compare;

import packwitness.value.Lang;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * The outcome for one pair of pictures; the same bytes always give an equal outcome.
 *
 * @param copy the received picture derives from ours
 * @param changed it is a copy and shows at least one region
 * @param sideBySide the same things in another photograph: show both, difference nothing
 * @param why reasons, the decisive one first
 * @param limits what lessens the worth of the outcome
 * @param regions numbered, empty unless {@code copy}
 * @param matched points found in both that agree with the mapping, at most 200, strongest first
 * @param matches points found in both before the mapping was fitted
 * @param inliers how many of them agree with it
 * @param residual root mean square distance of these, in pixels of our picture
 * @param ssim structural likeness after alignment, 0 to 1; 0 where not aligned
 * @param overlap part of our picture that the received one shows, 0 to 1
 * @param homography from theirs to ours, where one was fitted
 * @param ours width and height of our upright picture, empty if unreadable
 * @param theirs the same of the received picture
 */
public record Comparison(
        boolean copy,
        boolean changed,
        boolean sideBySide,
        List<Reason> why,
        List<Limit> limits,
        List<Region> regions,
        List<Matched> matched,
        int matches,
        int inliers,
        double residual,
        double ssim,
        double overlap,
        Optional<Homography> homography,
        Optional<PictureSize> ours,
        Optional<PictureSize> theirs) {
    public Comparison {
        why = List.copyOf(why);
        limits = List.copyOf(limits);
        regions = List.copyOf(regions);
        matched = List.copyOf(matched);
    }

    /** Returns the plain sentence of the decisive reason. */
    public String says(Lang lang) {
        return sentences(lang).getString(why.getFirst().key());
    }

    /** Returns one plain sentence for each limit, in the order of {@link #limits}. */
    public List<String> limitsSay(Lang lang) {
        ResourceBundle bundle = sentences(lang);
        return limits.stream().map(limit -> bundle.getString(limit.key())).toList();
    }

    /** Returns plain maps, lists, strings, numbers and booleans, ready to be written as JSON. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("copy", copy);
        map.put("changed", changed);
        map.put("side_by_side", sideBySide);
        map.put("why", why.stream().map(Enum::name).toList());
        map.put("limits", limits.stream().map(Enum::name).toList());
        map.put("matches", matches);
        map.put("points_agreeing", inliers);
        map.put("likeness", Math.round(ssim * 1000) / 1000.0);
        map.put("overlap", Math.round(overlap * 1000) / 1000.0);
        map.put("regions", regions.stream().map(Region::toMap).toList());
        return map;
    }

    private static ResourceBundle sentences(Lang lang) {
        return ResourceBundle.getBundle("packwitness/inspect/compare/compare", lang.locale());
    }
}
