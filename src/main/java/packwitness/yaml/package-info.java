/** YAML documents as places that are asked by name; every fault names its place. */
@NullMarked
package packwitness.yaml;

import org.jspecify.annotations.NullMarked;
