/**
 * Does to a packing desk what cameras, disks, clocks and people do, one fault at a time, and
 * measures how long it takes until somebody is told. Begin with {@link
 * packwitness.bench.faults.Faults}. Never part of a work day.
 */
@NullMarked
package packwitness.bench.faults;

import org.jspecify.annotations.NullMarked;
