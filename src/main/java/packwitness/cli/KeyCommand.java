package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.KeyKeeper;
import packwitness.value.Failure;
import packwitness.value.Sha256;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The commands about the keys of a vault. */
final class KeyCommand {
    private KeyCommand() {}

    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = "签名密钥 / the signing keys: show rotate backup restore",
            synopsisSubcommandLabel = "COMMAND")
    static final class Root {}

    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("show", new Show(desk))
                .addSubcommand("rotate", new Rotate(desk))
                .addSubcommand("backup", new Backup(desk))
                .addSubcommand("restore", new Restore(desk));
    }

    /** What all of them tell in the end. */
    abstract static class OfKeys extends Action {
        OfKeys(Desk desk) {
            super(desk);
        }

        KeyKeeper keeper() throws Failure {
            KeyKeeper keeper = new KeyKeeper(desk.vault(common), desk.settings(), desk.clock());
            // A lost key opens nothing: who brings its copy back shows that passphrase instead.
            if (!common.needs.isEmpty()) desk.openExisting(common).close();
            return keeper;
        }

        void tell(KeyKeeper.Keys keys, String done, Object... values) {
            if (common.json) {
                desk.json(map(keys));
                return;
            }
            if (!done.isEmpty()) say(done, values);
            say("cli.key.now", keys.fingerprint().hex(), keys.ends().toString());
            detail("cli.key.file", keys.file());
            if (!keys.inLedger()) detail("cli.key.notInLedger");
            for (Sha256 earlier : keys.earlier()) detail("cli.key.earlier", earlier.hex());
            keys.company()
                    .ifPresent(one ->
                            detail(
                                    "cli.key.company",
                                    one.subject(),
                                    one.issuer(),
                                    one.ends().toString()));
        }

        private static Map<String, Object> map(KeyKeeper.Keys keys) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("fingerprint", keys.fingerprint().hex());
            map.put("file", keys.file().toString());
            map.put("in_ledger", keys.inLedger());
            map.put("ends", keys.ends().toString());
            map.put("earlier", keys.earlier().stream().map(Sha256::hex).toList());
            Optional<KeyKeeper.Company> company = keys.company();
            if (company.isPresent()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("subject", company.get().subject());
                one.put("issuer", company.get().issuer());
                one.put("ends", company.get().ends().toString());
                map.put("company", one);
            }
            return map;
        }
    }

    /** A command that needs the passphrase of a copy; it never stands on the command line. */
    abstract static class OfCopies extends OfKeys {
        private static final int SHORTEST = 8;

        @Parameters(index = "0", paramLabel = "FILE")
        @Nullable Path file;

        @Option(
                names = "--passphrase-file",
                required = true,
                paramLabel = "FILE|-",
                description =
                        "副本口令所在文件，- 为标准输入的第一行 / file with the passphrase of the copy, - for"
                                + " standard input")
        @Nullable Path passphraseFile;

        OfCopies(Desk desk) {
            super(desk);
        }

        Path copy() {
            return Objects.requireNonNull(file);
        }

        char[] passphrase() throws Failure {
            Path from = Objects.requireNonNull(passphraseFile);
            try {
                String text =
                        from.toString().equals("-")
                                ? new String(desk.in().readAllBytes(), StandardCharsets.UTF_8)
                                : Files.readString(from);
                String first = text.lines().findFirst().orElse("").strip();
                if (first.length() < SHORTEST)
                    throw new Failure(CliProblem.BAD_VALUE, "--passphrase-file", ">= " + SHORTEST);
                return first.toCharArray();
            } catch (IOException e) {
                throw new Failure(CliProblem.FILE_UNREADABLE, e, from);
            }
        }
    }

    /** Shows which key signs. */
    @Command(name = "show", description = "显示密钥 / which key signs")
    static final class Show extends OfKeys {
        Show(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            tell(keeper().show(), "");
            return ExitCode.DONE;
        }
    }

    /** Renews the key of the device. */
    @Command(
            name = "rotate",
            description = "更换密钥，新旧互签 / renew the key; old and new sign the change")
    static final class Rotate extends OfKeys {
        Rotate(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            tell(keeper().rotate(), "cli.key.rotated");
            return ExitCode.DONE;
        }
    }

    /** Copies the key away. */
    @Command(name = "backup", description = "把密钥备份到文件 / copy the key to a file")
    static final class Backup extends OfCopies {
        Backup(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            tell(keeper().backup(copy(), passphrase()), "cli.key.copied", copy());
            return ExitCode.DONE;
        }
    }

    /** Brings a copied key back. */
    @Command(name = "restore", description = "从备份恢复密钥 / bring a copied key back")
    static final class Restore extends OfCopies {
        Restore(Desk desk) {
            super(desk);
        }

        @Override
        int run() throws Failure {
            tell(keeper().restore(copy(), passphrase()), "cli.key.restored", copy());
            return ExitCode.DONE;
        }
    }
}
