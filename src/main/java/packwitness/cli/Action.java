package packwitness.cli;

import org.jspecify.annotations.Nullable;

import packwitness.shop.Doors;
import packwitness.shop.Permission;
import packwitness.text.Messages;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

/** One command: opens what it needs, prints, closes, and returns its exit code. */
@Command(mixinStandardHelpOptions = true)
abstract class Action implements Callable<Integer> {
    @Mixin Common common = new Common();

    @Spec @Nullable CommandSpec spec;

    final Desk desk;

    Action(Desk desk) {
        this.desk = desk;
    }

    /** Does the work and returns the exit code. */
    abstract int run() throws Failure;

    @Override
    public final Integer call() {
        try {
            common.needs = needs();
            return run();
        } catch (Failure failure) {
            System.getLogger("packwitness.cli")
                    .log(System.Logger.Level.DEBUG, failure.problem().key(), failure);
            desk.explain(common, failure);
            return ExitCode.of(failure);
        }
    }

    /** Returns what the table of doors says of this command and of the words behind it. */
    private Set<Permission> needs() {
        CommandSpec called = Objects.requireNonNull(spec, "set by the parser");
        ParseResult parsed = called.commandLine().getParseResult();
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) words.addAll(List.of(option.names()));
        for (PositionalParamSpec place : parsed.matchedPositionals())
            for (String value : place.stringValues()) words.add(value.toLowerCase(Locale.ROOT));
        return Doors.commands().needs(door(called), words);
    }

    /** Returns the name of a command in the table of doors: the words by which it is called. */
    static String door(CommandSpec command) {
        CommandSpec above = command.parent();
        if (above == null) return "";
        String word =
                above.subcommands().entrySet().stream()
                        .filter(sub -> sub.getValue().getCommandSpec() == command)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow();
        return (door(above) + " " + word).strip();
    }

    Messages messages() {
        return desk.messages(common);
    }

    /** Says something about what was said before, set in. */
    void detail(String key, Object... values) {
        desk.out().println("  " + messages().say(key, values));
    }

    void say(String key, Object... values) {
        desk.out().println(messages().say(key, values));
    }

    /** Returns the wrong use of leaving this out. */
    final ParameterException missing(String name) {
        CommandSpec known = spec;
        if (known == null) throw new IllegalStateException("not a command");
        return new ParameterException(
                known.commandLine(), "Missing required option or parameter: " + name);
    }
}
