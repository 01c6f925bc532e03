package packwitness.setting;

import packwitness.value.Failure;

import java.util.Optional;

/** Keeps the settings of one place; slow. */
public interface Keeper {
    /** Returns what was set; nothing where the default holds. */
    Optional<String> read(Setting setting) throws Failure;

    /** Keeps a value that was checked, or forgets it, so that the default holds again. */
    void write(Setting setting, Optional<String> value) throws Failure;
}
