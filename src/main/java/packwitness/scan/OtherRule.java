package packwitness.scan;

/** A shape of something that is no parcel. */
record OtherRule(Scan.Kind kind, LinePattern pattern) {}
