/**
 * Orders as the platforms export them: reading their files, keeping them, linking them to waybills.
 * Begin with {@link packwitness.orders.OrderImport}. Numbers of orders stay text; a spoilt number
 * is refused, never guessed.
 */
@NullMarked
package packwitness.orders;

import org.jspecify.annotations.NullMarked;
