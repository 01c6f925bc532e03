package packwitness.setting;

import packwitness.storage.Database;
import packwitness.value.Failure;

import java.util.Optional;

/** Keeps settings with the recordings; what was set before stays readable. Safe for any thread. */
public record VaultKeeper(Database database) implements Keeper {
    @Override
    public Optional<String> read(Setting setting) throws Failure {
        return database.read(tx ->
                tx.first(
                                "SELECT value FROM setting WHERE name = ? ORDER BY id DESC LIMIT 1",
                                row -> row.maybeText("value"),
                                setting.name())
                        .flatMap(value -> value));
    }

    @Override
    public void write(Setting setting, Optional<String> value) throws Failure {
        database.write(tx ->
                tx.run(
                        "INSERT INTO setting (id, name, value, at) VALUES (?,?,?,?)",
                        tx.nextId(),
                        setting.name(),
                        value.orElse(null),
                        tx.now()));
    }
}
