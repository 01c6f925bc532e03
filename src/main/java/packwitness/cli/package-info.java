/**
 * The commands and their exit codes; the only user of standard output. Begin with {@link
 * packwitness.cli.Cli}.
 */
@NullMarked
package packwitness.cli;

import org.jspecify.annotations.NullMarked;
