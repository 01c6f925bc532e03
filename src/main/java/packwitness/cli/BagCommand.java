package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.BagFile;
import packwitness.storage.Cancellation;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes one file of a bag, to be handed over. */
@Command(
        name = "bag",
        description = "把证据包文件夹装成一个 .pwbag 文件 / make one .pwbag file of the folder of a bag")
final class BagCommand extends Action {
    @Parameters(index = "0", paramLabel = "BAG")
    @Nullable Path bag;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "默认与文件夹同名，放在旁边 / default: beside the folder, under its name")
    @Nullable Path out;

    BagCommand(Desk desk) {
        super(desk);
    }

    @Override
    int run() throws Failure {
        BagFile.Made made = pack(Objects.requireNonNull(bag), Optional.ofNullable(out));
        if (common.json) desk.json(view(made));
        else {
            say("cli.bag.done", made.file(), made.files(), made.bytes());
            detail("cli.bag.hash", made.sha256().hex());
        }
        return ExitCode.DONE;
    }

    /** Packs a bag under the name given, or beside it under its own. */
    static BagFile.Made pack(Path bag, Optional<Path> out) throws Failure {
        Path folder = bag.toAbsolutePath().normalize();
        Path target =
                out.orElseGet(() -> folder.resolveSibling(folder.getFileName() + BagFile.SUFFIX));
        return BagFile.pack(folder, target, new Cancellation(), share -> {});
    }

    static Map<String, Object> view(BagFile.Made made) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("file", made.file().toString());
        map.put("sha256", made.sha256().hex());
        map.put("bytes", made.bytes());
        map.put("files", made.files());
        return map;
    }
}
