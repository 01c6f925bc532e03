package packwitness.cli;

import packwitness.text.Messages;
import packwitness.value.Failure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** One command: opens what it needs, prints, closes, and returns its exit code. */
@Command(mixinStandardHelpOptions = true)
abstract class Action implements Callable<Integer> {
    @Mixin Common common = new Common();

    final Desk desk;

    Action(Desk desk) {
        this.desk = desk;
    }

    /** Does the work and returns the exit code. */
    abstract int run() throws Failure;

    @Override
    public final Integer call() {
        try {
            return run();
        } catch (Failure failure) {
            System.getLogger("packwitness.cli")
                    .log(System.Logger.Level.DEBUG, failure.problem().key(), failure);
            desk.explain(common, failure);
            return ExitCode.of(failure);
        }
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
}
