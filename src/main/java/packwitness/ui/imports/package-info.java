/**
 * The import screen: a file is dropped, seen, mapped, taken in and undone. Begin with {@link
 * packwitness.ui.imports.ImportsViewModel}.
 */
@NullMarked
package packwitness.ui.imports;

import org.jspecify.annotations.NullMarked;
