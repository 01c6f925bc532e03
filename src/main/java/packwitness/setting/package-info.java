/**
 * What an owner can set: one table of all settings with their defaults, and where each is kept.
 * Begin with {@link packwitness.setting.SettingBook}. It decides nothing; other rooms ask it.
 */
@NullMarked
package packwitness.setting;

import org.jspecify.annotations.NullMarked;
