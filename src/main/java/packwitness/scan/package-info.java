/**
 * What a scanner says: rebuilding the line it meant to type and telling a waybill from everything
 * else by rules held as data. Begin with {@link packwitness.scan.ScanRules}. Nothing here refuses:
 * what could be a waybill is one, and a wrong check digit is a remark.
 */
@NullMarked
package packwitness.scan;

import org.jspecify.annotations.NullMarked;
