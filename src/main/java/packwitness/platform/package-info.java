/**
 * What a platform takes in: how many pictures, how large, how much text, until when. The rules are
 * dated data which the owner can change; what is written by a rule obeys it by construction. Begin
 * with {@link packwitness.platform.PlatformRules} and {@link packwitness.platform.ImagePack}.
 */
@NullMarked
package packwitness.platform;

import org.jspecify.annotations.NullMarked;
