package packwitness.shop;

import packwitness.keep.Doer;
import packwitness.keep.Retention;
import packwitness.keep.RetentionRules;
import packwitness.setting.Keeper;
import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.setting.VaultKeeper;
import packwitness.shipment.DeskSettings;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The owner's settings as the rooms of a vault take them. */
final class OwnSettings {
    private static final long GIGABYTE = 1L << 30;
    private static final long FEN = 100;

    private OwnSettings() {}

    static SettingBook of(Vault vault, Retention retention) {
        return new SettingBook(
                Map.of(
                        Setting.Place.VAULT,
                        new VaultKeeper(vault.database()),
                        Setting.Place.KEEP,
                        new RuleKeeper(retention)));
    }

    /** Returns how the desk behaves: as the program was told, else as the owner set it. */
    static DeskSettings desk(DeskSettings told, Vault vault) throws Failure {
        DeskSettings standard = DeskSettings.standard();
        if (!told.equals(standard)) return told;
        SettingBook book =
                new SettingBook(Map.of(Setting.Place.VAULT, new VaultKeeper(vault.database())));
        return new DeskSettings(
                seconds(book, "bounce"),
                seconds(book, "still"),
                seconds(book, "empty"),
                seconds(book, "warning"),
                whole(book, "reserve") << 20,
                whole(book, "early-hours"),
                whole(book, "late-hours"),
                Math.toIntExact(whole(book, "stills")),
                encoder(value(book, "encoder")),
                value(book, "burn-in").equals("yes"));
    }

    private static String encoder(String chosen) {
        return chosen.equals("software") ? "" : chosen;
    }

    private static Duration seconds(SettingBook book, String name) throws Failure {
        return Duration.ofSeconds(whole(book, name));
    }

    private static long whole(SettingBook book, String name) throws Failure {
        return Long.parseLong(value(book, name));
    }

    private static String value(SettingBook book, String name) throws Failure {
        return book.held(Setting.named(name)).value();
    }

    /** Keeps settings as rules of keeping, which write their own ledger row. */
    private record RuleKeeper(Retention retention) implements Keeper {
        @Override
        public Optional<String> read(Setting setting) throws Failure {
            long value =
                    Objects.requireNonNull(retention.rules().values().get(rule(setting)), "rule");
            return Optional.of(String.valueOf(value / unit(setting)));
        }

        @Override
        public void write(Setting setting, Optional<String> value) throws Failure {
            long next = Long.parseLong(value.orElse(setting.standard()));
            RetentionRules rules = retention.rules();
            retention.rules(
                    rules.with(rule(setting), next * unit(setting)),
                    new Doer("settings", System.getProperty("user.name", "")));
        }

        private static String rule(Setting setting) {
            return setting.name().replace('-', '_');
        }

        private static long unit(Setting setting) {
            return switch (setting.unit()) {
                case "gigabytes" -> GIGABYTE;
                case "yuan" -> FEN;
                default -> 1;
            };
        }
    }
}
