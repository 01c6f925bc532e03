/**
 * Sentences for users, Chinese first, English complete; turns a {@link packwitness.value.Problem}
 * into three sentences. Begin with {@link packwitness.text.Messages}.
 */
@NullMarked
package packwitness.text;

import org.jspecify.annotations.NullMarked;
