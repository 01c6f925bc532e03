package packwitness.ui.claims;

import packwitness.inspect.compare.Comparison;

import java.util.Optional;

/**
 * A received picture beside one of ours.
 *
 * @param listing whether ours is a picture handed in by us, else it is a still of the video
 * @param ours its name or number
 * @param pair both for the eye; nothing where one cannot be decoded or they have nothing in common
 */
public record Compared(boolean listing, String ours, Comparison comparison, Optional<Pair> pair) {}
