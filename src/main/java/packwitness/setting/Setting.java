package packwitness.setting;

import packwitness.value.Failure;
import packwitness.yaml.Node;
import packwitness.yaml.ShippedData;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of the table of settings.
 *
 * @param standard the value where nobody said anything
 * @param of the values of a choice
 * @param unit the last part of the key of the unit's word; empty where there is none
 * @param now whether a change holds at once and not only from the next opening of the vault
 */
public record Setting(
        String name,
        Group group,
        Place place,
        Kind kind,
        String standard,
        List<String> of,
        String unit,
        long least,
        long most,
        boolean now) {
    /** What it is about, in the order in which a screen shows them. */
    public enum Group {
        SCREEN,
        DESK,
        DISK,
        KEEP
    }

    /** Where its value is kept. */
    public enum Place {
        /** With the recordings: for every computer that opens them. */
        VAULT,
        /** Among the rules of keeping, whose changes are rows of the ledger. */
        KEEP,
        /** In a file of this user on this computer. */
        COMPUTER
    }

    /** What its value looks like. */
    public enum Kind {
        WHOLE,
        FLAG,
        CHOICE,
        TEXT
    }

    private static final Set<String> WORDS =
            Set.of(
                    "name", "group", "home", "kind", "of", "unit", "least", "most", "default",
                    "holds");
    private static final List<String> FLAG = List.of("yes", "no");
    private static final int LONGEST = 400;

    /** Returns all settings in the order of the table. */
    public static List<Setting> all() {
        return Table.SHIPPED.all();
    }

    /** Returns the setting of this name. */
    public static Setting named(String name) throws Failure {
        for (Setting setting : all()) if (setting.name().equals(name)) return setting;
        throw new Failure(SettingProblem.UNKNOWN, name);
    }

    /** Returns the value as it is kept. */
    public String checked(String typed) throws Failure {
        String text = typed.strip();
        boolean fits =
                switch (kind) {
                    case WHOLE -> isWhole(text);
                    case FLAG -> FLAG.contains(text);
                    case CHOICE -> of.contains(text);
                    case TEXT -> !text.isEmpty() && text.length() <= LONGEST;
                };
        if (!fits) throw new Failure(SettingProblem.VALUE_WRONG, name, text, possible());
        return kind == Kind.WHOLE ? String.valueOf(Long.parseLong(text)) : text;
    }

    /** Returns what may be set, as a command line would be told: 0-60, yes|no. */
    public String possible() {
        return switch (kind) {
            case WHOLE -> least + "-" + most;
            case FLAG -> String.join("|", FLAG);
            case CHOICE -> String.join("|", of);
            case TEXT -> "1-" + LONGEST;
        };
    }

    /** Returns whether each word asked for stands in one of the texts. */
    public static boolean fits(String asked, String... texts) {
        String all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        for (String word : asked.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            if (!all.contains(word)) return false;
        return true;
    }

    private boolean isWhole(String text) {
        if (!text.matches("[0-9]{1,12}")) return false;
        long value = Long.parseLong(text);
        return value >= least && value <= most;
    }

    private record Table(List<Setting> all) {
        static final Table SHIPPED = ShippedData.read(Setting.class, "settings.yaml", Table::read);

        private static Table read(Node document) throws Failure {
            java.util.ArrayList<Setting> all = new java.util.ArrayList<>();
            for (Node line : document.at("settings").items()) all.add(setting(line));
            return new Table(List.copyOf(all));
        }

        private static Setting setting(Node line) throws Failure {
            line.knowing(WORDS);
            Kind kind = Kind.valueOf(line.at("kind").text().toUpperCase(Locale.ROOT));
            return new Setting(
                    line.at("name").text(),
                    Group.valueOf(line.at("group").text()),
                    Place.valueOf(line.at("home").text().toUpperCase(Locale.ROOT)),
                    kind,
                    line.at("default").text(),
                    line.at("of").texts(),
                    line.at("unit").optionalText().orElse(""),
                    kind == Kind.WHOLE ? line.at("least").whole() : 0,
                    kind == Kind.WHOLE ? line.at("most").whole() : 0,
                    line.at("holds").text().equals("now"));
        }
    }
}
