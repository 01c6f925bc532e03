/**
 * One opened vault with everything that works on it, wired once for the doors. Begin with {@link
 * packwitness.shop.Shop}. Holds no rule of its own.
 */
@NullMarked
package packwitness.shop;

import org.jspecify.annotations.NullMarked;
