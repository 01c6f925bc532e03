/**
 * Ends the program in the middle of its work, by kill and by power cut, and looks at what is left.
 * Begin with {@link packwitness.bench.crash.Kills} and {@link packwitness.bench.crash.PowerCuts}.
 * Never part of a work day.
 */
@NullMarked
package packwitness.bench.crash;

import org.jspecify.annotations.NullMarked;
