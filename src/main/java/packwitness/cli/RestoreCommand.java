package packwitness.cli;

import packwitness.keep.Restore;
import packwitness.keep.RestoreResult;
import packwitness.keep.RetentionProgress;
import packwitness.shop.KeepWords;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Map;

/** Makes a vault out of a backup. */
@Command(
        name = "restore",
        description = "从备份恢复到空文件夹 / restore a backup into the empty folder of --vault")
final class RestoreCommand extends Action {
    @Parameters(paramLabel = "DIR", description = "备份文件夹 / the backup")
    Path backup = Path.of("");

    RestoreCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Path target = desk.vault(common);
        RestoreResult result = Restore.into(backup, target, RetentionProgress.UNSEEN);
        if (common.json) {
            desk.json(
                    Map.of(
                            "files", result.files(),
                            "bytes", result.bytes(),
                            "damaged", result.damaged()));
        } else {
            say("cli.restore.done", result.files(), KeepWords.size(result.bytes()), target);
            for (String file : result.damaged()) say("cli.restore.damaged", file);
        }
        return result.damaged().isEmpty() ? ExitCode.DONE : ExitCode.FAULT;
    }
}
