package packwitness.cli;

import packwitness.value.Lang;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.Locale;

/** Runs the command that the arguments name. */
public final class Cli {
    private Cli() {}

    @Command(
            name = "packwitness",
            mixinStandardHelpOptions = true,
            description = "打包见证：录下每一次打包，找到它，证明它。 / Records, finds and proves what was packed.")
    static final class Root {}

    /** Returns the exit code; never throws and never prints a stack trace. */
    public static int run(Desk desk, String... arguments) {
        CommandLine line = line(desk);
        line.getCommandSpec()
                .versionProvider(() -> new String[] {"打包见证 " + desk.settings().program()});
        line.registerConverter(Lang.class, text -> Lang.valueOf(text.toUpperCase(Locale.ROOT)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new java.io.PrintWriter(desk.out(), true));
        line.setErr(new java.io.PrintWriter(desk.err(), true));
        line.setExecutionExceptionHandler((mistake, command, parsed) -> ourMistake(desk, mistake));
        try {
            return line.execute(arguments);
        } catch (Error broken) {
            return ourMistake(desk, broken);
        }
    }

    /** Returns all commands. */
    static CommandLine line(Desk desk) {
        return new CommandLine(new Root())
                .addSubcommand("demo", new DemoCommand(desk))
                .addSubcommand("station", new StationCommand(desk))
                .addSubcommand("record", new RecordCommand(desk))
                .addSubcommand("import", new ImportCommand(desk))
                .addSubcommand("find", new FindCommand(desk))
                .addSubcommand("coverage", new CoverageCommand(desk))
                .addSubcommand("show", new ShowCommand(desk))
                .addSubcommand("claim", ClaimCommands.line(desk))
                .addSubcommand("inspect", new InspectCommand(desk))
                .addSubcommand("qualify", new QualifyCommand(desk))
                .addSubcommand("dossier", DossierCommand.line(desk))
                .addSubcommand("pack", new PackCommand(desk))
                .addSubcommand("platforms", PlatformsCommand.line(desk))
                .addSubcommand("verify", new VerifyCommand(desk))
                .addSubcommand("bag", new BagCommand(desk))
                .addSubcommand("clip", new ClipCommand(desk))
                .addSubcommand("key", KeyCommand.line(desk))
                .addSubcommand("redact", new RedactCommand(desk))
                .addSubcommand("hold", new HoldCommand(desk))
                .addSubcommand("retention", RetentionCommands.line(desk))
                .addSubcommand("integrity", new IntegrityCommand(desk))
                .addSubcommand("backup", new BackupCommand(desk))
                .addSubcommand("restore", new RestoreCommand(desk))
                .addSubcommand("person", PersonCommands.line(desk))
                .addSubcommand("merchant", new MerchantCommand(desk))
                .addSubcommand("settings", new SettingsCommand(desk))
                .addSubcommand("notice", new NoticeCommand(desk))
                .addSubcommand("code", new CodeCommand(desk))
                .addSubcommand("sheet", new SheetCommand(desk))
                .addSubcommand("role", RoleCommands.line(desk))
                .addSubcommand("doctor", new DoctorCommand(desk))
                .addSubcommand("bench", BenchCommand.line(desk));
    }

    private static int ourMistake(Desk desk, Throwable mistake) {
        String code = code(mistake);
        System.getLogger("packwitness.cli").log(System.Logger.Level.ERROR, code, mistake);
        var messages = packwitness.text.Messages.of(desk.standardLang());
        desk.err().println(messages.say("cli.mistake", code));
        return ExitCode.NOT_DONE;
    }

    /** Names a mistake of ours by where it happened, so that support can look for it. */
    private static String code(Throwable mistake) {
        StackTraceElement[] trace = mistake.getStackTrace();
        String place =
                trace.length == 0 ? "" : trace[0].getClassName() + "." + trace[0].getMethodName();
        return "PW-"
                + mistake.getClass().getSimpleName()
                + "-"
                + Integer.toHexString(place.hashCode() & 0xffff).toUpperCase(Locale.ROOT);
    }
}
