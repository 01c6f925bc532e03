package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Access;
import packwitness.shop.Permission;
import packwitness.shop.Role;
import packwitness.value.Lang;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Set;

/** The options that every command has. */
final class Common {
    @Option(names = "--vault", paramLabel = "DIR", description = "资料库文件夹 / data folder")
    @Nullable Path vault;

    @Option(names = "--lang", paramLabel = "zh|en", description = "语言 / language")
    @Nullable Lang lang;

    @Option(
            names = "--as",
            paramLabel = "owner|support|packer",
            description =
                    "以何身份；店主口令取自环境变量或键盘 / in which role; the owner's passphrase comes from the"
                            + " environment or the keyboard")
    @Nullable Role as;

    @Option(names = "--json", description = "输出 JSON / print JSON")
    boolean json;

    /** What the command asks for, by the table of doors. */
    Set<Permission> needs = Set.of();

    /** Who calls, once a vault is open. */
    @Nullable Access access;
}
