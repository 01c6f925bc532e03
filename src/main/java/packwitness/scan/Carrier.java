package packwitness.scan;

/** A parcel carrier: its short code such as {@code SF} and its names. */
public record Carrier(String code, String zh, String en) {}
