@NullMarked
package planted.nullmarked.storage;

import org.jspecify.annotations.NullMarked;
