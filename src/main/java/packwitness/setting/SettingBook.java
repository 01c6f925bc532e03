package packwitness.setting;

import packwitness.value.Failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All settings with their values, each kept at its place. Safe for any thread. */
public final class SettingBook {
    /**
     * A setting as it is now.
     *
     * @param changed whether the owner set something else than the default
     */
    public record Held(Setting setting, String value, boolean changed) {}

    private final Map<Setting.Place, Keeper> keepers;

    /** Opens the book; settings whose place nobody keeps are not in it. */
    public SettingBook(Map<Setting.Place, Keeper> keepers) {
        this.keepers = Map.copyOf(keepers);
    }

    /** Returns the book with another place in it. */
    public SettingBook with(Setting.Place place, Keeper keeper) {
        Map<Setting.Place, Keeper> more = new java.util.EnumMap<>(Setting.Place.class);
        more.putAll(keepers);
        more.put(place, keeper);
        return new SettingBook(more);
    }

    public List<Held> all() throws Failure {
        List<Held> all = new ArrayList<>();
        for (Setting setting : Setting.all())
            if (keepers.containsKey(setting.place())) all.add(held(setting));
        return all;
    }

    /** Returns how the setting is now; a value that no longer fits counts as the default. */
    public Held held(Setting setting) throws Failure {
        Optional<String> said = keeper(setting).read(setting).filter(value -> fits(setting, value));
        String value = said.orElse(setting.standard());
        return new Held(setting, value, !value.equals(setting.standard()));
    }

    /** Sets what was typed and returns how it is then. */
    public Held set(Setting setting, String typed) throws Failure {
        String value = setting.checked(typed);
        keeper(setting).write(setting, Optional.of(value));
        return held(setting);
    }

    /** Lets the default hold again. */
    public Held reset(Setting setting) throws Failure {
        keeper(setting).write(setting, Optional.empty());
        return held(setting);
    }

    private static boolean fits(Setting setting, String value) {
        try {
            setting.checked(value);
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    private Keeper keeper(Setting setting) throws Failure {
        Keeper keeper = keepers.get(setting.place());
        if (keeper == null) throw new Failure(SettingProblem.UNKNOWN, setting.name());
        return keeper;
    }
}
