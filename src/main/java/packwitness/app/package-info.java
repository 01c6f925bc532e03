/** Main: clock, threads, start and shutdown. */
@NullMarked
package packwitness.app;

import org.jspecify.annotations.NullMarked;
