package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.keep.RetentionRules;
import packwitness.shop.NoticeOfShop;
import packwitness.shop.Shop;
import packwitness.storage.Vault;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Prints the notice to those who are filmed. */
@Command(name = "notice", description = "打包录像告知书 / the notice to those who are filmed")
final class NoticeCommand extends Action {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "PDF")
    @Nullable Path out;

    @Option(names = "--where", paramLabel = "TEXT", description = "哪些地方有摄像头 / where")
    String where = "";

    NoticeCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        Path file = Objects.requireNonNull(out);
        if (Vault.isVault(desk.vault(common))) {
            try (Shop shop = desk.openExisting(common)) {
                NoticeOfShop.write(shop, where, file);
            }
        } else {
            NoticeOfShop.write("", "", where, RetentionRules.standard(), desk.clock(), file);
        }
        if (common.json) desk.json(Map.of("file", file.toString()));
        else say("cli.notice.done", file);
        return ExitCode.DONE;
    }
}
