package packwitness.cli;

import java.io.Console;
import java.util.Optional;

/**
 * Where a command takes a passphrase from: never from the command line, which every process of the
 * machine can read.
 */
public interface Secrets {
    /** Returns the value of a variable of the environment. */
    Optional<String> variable(String name);

    /** Asks at the keyboard without showing what is typed; nothing where nobody sits there. */
    Optional<char[]> ask(String question);

    /** Those of this process. */
    static Secrets ofThisProcess() {
        return new Secrets() {
            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(System.getenv(name));
            }

            @Override
            public Optional<char[]> ask(String question) {
                Console console = System.console();
                if (console == null || !console.isTerminal()) return Optional.empty();
                return Optional.ofNullable(console.readPassword("%s ", question));
            }
        };
    }
}
