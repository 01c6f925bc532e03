package packwitness.law;

import packwitness.value.Wording;

/** One step of the way to the result, with the rule that took it. */
public record Reason(String rule, Wording text) {}
