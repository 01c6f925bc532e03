package packwitness.ui.kit;

import javafx.application.Platform;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks how long the FX thread leaves a message unanswered, and what of ours it was at. It reports
 * and asserts nothing: on a machine that others use too, a wall clock proves nothing.
 */
public final class FxWatch implements AutoCloseable {
    private static final long LIMIT_MILLIS = 50;
    private static final long PAUSE_MILLIS = 5;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Map<String, Long> longest = new ConcurrentHashMap<>();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("fx-watch").unstarted(this::watch);

    public FxWatch() {
        watcher.start();
    }

    private void watch() {
        try {
            while (!ended.get()) {
                CountDownLatch answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(answered::countDown);
                String at = "";
                while (!answered.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    if (ended.get()) return;
                    if (at.isEmpty()) at = place();
                }
                long millis = (System.nanoTime() - asked) / 1_000_000;
                if (millis > LIMIT_MILLIS && !at.isEmpty()) longest.merge(at, millis, Math::max);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String place() {
        for (var entry : Thread.getAllStackTraces().entrySet())
            if (entry.getKey().getName().equals("JavaFX Application Thread"))
                return of(entry.getValue());
        return "";
    }

    private static String of(StackTraceElement[] stack) {
        if (stack.length == 0) return "";
        String ours =
                Arrays.stream(stack)
                        .filter(one -> one.getClassName().startsWith("packwitness."))
                        .filter(one -> !one.getClassName().contains("Test"))
                        .findFirst()
                        .map(StackTraceElement::toString)
                        .orElse("none of ours");
        // What the test itself does on the thread, such as taking pictures, is no finding.
        boolean test = Arrays.stream(stack).anyMatch(one -> one.getMethodName().contains("shoot"));
        return test ? "" : ours + " <- " + stack[0];
    }

    /** Returns the longest silences in milliseconds by the place, the longest first. */
    public List<String> silences() {
        return longest.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(one -> one.getValue() + " ms at " + one.getKey())
                .toList();
    }

    @Override
    public void close() {
        ended.set(true);
    }
}
