/**
 * What a file says about itself in plain, unsigned words: GB 45438 labels, IPTC source types,
 * traces of generators, camera and editor. Begin with {@link packwitness.inspect.label.FileWords},
 * then the readers that ask its list. Never a judgement whether the words are true, and never a
 * tool that alters a label.
 */
@NullMarked
package packwitness.inspect.label;

import org.jspecify.annotations.NullMarked;
