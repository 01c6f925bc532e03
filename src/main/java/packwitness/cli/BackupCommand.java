package packwitness.cli;

import packwitness.keep.BackupResult;
import packwitness.keep.DrillResult;
import packwitness.keep.RetentionProgress;
import packwitness.shop.KeepWords;
import packwitness.shop.Shop;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies the vault into another folder, while the desk may record. */
@Command(name = "backup", description = "备份到另一文件夹 / copy the vault into another folder")
final class BackupCommand extends Action {
    @Parameters(paramLabel = "DIR")
    Path folder = Path.of("");

    @Option(
            names = "--prune",
            description = "已按期限删除的也从备份移除 / drop what was deleted by rule from the backup too")
    boolean prune;

    @Option(
            names = "--drill",
            paramLabel = "N",
            description = "备份后试恢复 N 段录像 / then restore N videos on trial")
    int drill;

    BackupCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        try (Shop shop = desk.openExisting(common)) {
            KeepWords words = new KeepWords(messages());
            BackupResult result = shop.backup().run(folder, prune, RetentionProgress.UNSEEN);
            Map<String, Object> map = view(result);
            if (!common.json) for (String line : words.backup(result)) desk.out().println(line);
            boolean sound = result.failed().isEmpty();
            if (drill > 0) {
                DrillResult tried = shop.drill().run(folder, drill, RetentionProgress.UNSEEN);
                sound &= tried.holds();
                map.put("drill_tried", tried.tried());
                map.put("drill_plays", tried.plays());
                map.put("drill_verifies", tried.verifies());
                map.put("drill_holds", tried.holds());
                if (!common.json) for (String line : words.drill(tried)) desk.out().println(line);
            }
            if (common.json) desk.json(map);
            return sound ? ExitCode.DONE : ExitCode.FAULT;
        }
    }

    private static Map<String, Object> view(BackupResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("files", result.files());
        map.put("bytes", result.bytes());
        map.put("copied", result.copied());
        map.put("copied_bytes", result.copiedBytes());
        map.put("failed", result.failed());
        map.put("pruned", result.pruned());
        return map;
    }
}
