/**
 * A disk that is watched and that fails on demand: a file system in front of the real one, so that
 * no file access of the program under test can pass by. Begin with {@link
 * packwitness.bench.disk.WatchedDisk}. Never part of a work day.
 */
@NullMarked
package packwitness.bench.disk;

import org.jspecify.annotations.NullMarked;
