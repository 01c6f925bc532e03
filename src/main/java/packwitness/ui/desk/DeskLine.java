package packwitness.ui.desk;

import packwitness.ui.kit.Mark;

import java.time.Instant;

/** One line of what happened last; the sentence stands under {@code key}. */
public record DeskLine(Instant at, Mark mark, String key, String subject) {}
