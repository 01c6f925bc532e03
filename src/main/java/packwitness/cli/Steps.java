package packwitness.cli;

import java.util.Locale;

/** Prints the steps of a long job, each with the seconds it took. */
final class Steps {
    private final Action action;
    private final long began = System.nanoTime();
    private long stepBegan = began;
    private int number;

    Steps(Action action) {
        this.action = action;
    }

    void begin(String key, Object... values) {
        stepBegan = System.nanoTime();
        number++;
        action.desk.out().println("[" + number + "] " + action.messages().say(key, values));
        action.desk.out().flush();
    }

    void note(String key, Object... values) {
        action.desk.out().println("    " + action.messages().say(key, values));
        action.desk.out().flush();
    }

    void done() {
        note("cli.demo.seconds", seconds(stepBegan));
    }

    String whole() {
        return seconds(began);
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / 1e9);
    }
}
