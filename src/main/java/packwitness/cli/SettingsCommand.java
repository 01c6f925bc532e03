package packwitness.cli;

import packwitness.setting.ComputerKeeper;
import packwitness.setting.Setting;
import packwitness.setting.SettingBook;
import packwitness.setting.SettingBook.Held;
import packwitness.shop.Shop;
import packwitness.text.Messages;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows, searches, sets and resets what an owner can set. */
@Command(name = "settings", description = "全部设置：查找、修改、恢复默认 / all settings: search, set, reset")
final class SettingsCommand extends Action {
    @Parameters(paramLabel = "WORD", arity = "0..*", description = "只列出含有这些字的 / only those")
    List<String> asked = List.of();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "例如 still=90")
    Map<String, String> set = Map.of();

    @Option(names = "--reset", paramLabel = "NAME", description = "恢复默认 / back to the default")
    List<String> reset = List.of();

    SettingsCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            SettingBook book =
                    shop.settings()
                            .with(
                                    Setting.Place.COMPUTER,
                                    ComputerKeeper.of(desk.settings().computerFile()));
            // All names and values are looked at before the first is kept.
            for (Map.Entry<String, String> one : set.entrySet())
                Setting.named(one.getKey()).checked(one.getValue());
            for (String name : reset) Setting.named(name);
            for (Map.Entry<String, String> one : set.entrySet())
                book.set(Setting.named(one.getKey()), one.getValue());
            for (String name : reset) book.reset(Setting.named(name));
            show(book.all());
        }
        return ExitCode.DONE;
    }

    private void show(List<Held> all) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Held held : all) {
            Setting setting = held.setting();
            String title = messages().say("setting." + setting.name() + ".title");
            String does = messages().say("setting." + setting.name() + ".does");
            if (!Setting.fits(String.join(" ", asked), setting.name(), title, does)) continue;
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("name", setting.name());
            line.put("value", held.value());
            line.put("default", setting.standard());
            line.put("changed", held.changed());
            line.put("possible", setting.possible());
            line.put("title", title);
            line.put("does", does);
            lines.add(line);
            if (common.json) continue;
            say(held.changed() ? "setting.line.changed" : "setting.line", setting.name(), title);
            detail("setting.value", word(held, held.value()), word(held, setting.standard()));
            detail("setting.does", does);
        }
        if (common.json) desk.json(lines);
        else if (lines.isEmpty()) say("setting.none");
    }

    private String word(Held held, String value) {
        Messages messages = messages();
        Setting setting = held.setting();
        return switch (setting.kind()) {
            case WHOLE -> messages.say("setting.unit." + setting.unit(), value);
            case FLAG -> messages.say("setting.flag." + value);
            case CHOICE -> messages.say("setting." + setting.name() + ".is." + value);
            case TEXT -> value;
        };
    }
}
