/**
 * The screen of all settings, made from their one table. Begin with {@link
 * packwitness.ui.settings.SettingsView}.
 */
@NullMarked
package packwitness.ui.settings;

import org.jspecify.annotations.NullMarked;
