/**
 * The benchmarks and counts that prove our figures; JSON lines. Begin with {@link
 * packwitness.bench.Bench}. Never part of a work day.
 */
@NullMarked
package packwitness.bench;

import org.jspecify.annotations.NullMarked;
