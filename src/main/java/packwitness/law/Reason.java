package packwitness.law;

/** One step of the way to the result, with the rule that took it. */
public record Reason(String rule, Wording text) {}
