/**
 * What was shipped against what was recorded, day by day. Begin with {@link
 * packwitness.ui.coverage.CoverageViewModel}.
 */
@NullMarked
package packwitness.ui.coverage;

import org.jspecify.annotations.NullMarked;
