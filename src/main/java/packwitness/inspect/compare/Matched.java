package packwitness.inspect.compare;

/** A point found in both upright pictures, in pixels of each. */
public record Matched(double oursX, double oursY, double theirsX, double theirsY) {}
