package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.value.Lang;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** The options that every command has. */
final class Common {
    @Option(names = "--vault", paramLabel = "DIR", description = "资料库文件夹 / data folder")
    @Nullable Path vault;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language")
    @Nullable Lang lang;

    @Option(names = "--json", description = "输出 JSON / print JSON")
    boolean json;
}
