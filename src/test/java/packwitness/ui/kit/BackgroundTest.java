package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class BackgroundTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<String> shown = new ArrayList<>();
    private final Background background = new Background(worker::add, Runnable::run);

    @Test
    void anAnswerComesBack() {
        background.run(() -> "found", shown::add, e -> shown.add("failed"));
        assertTrue(shown.isEmpty());
        work();
        assertEquals(List.of("found"), shown);
    }

    @Test
    void whoseWorkerHasEndedIsAnsweredNoMore() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        background.beside(ended).run(() -> "found", shown::add, e -> shown.add("failed"));
        assertEquals(List.of(), shown);
    }

    @Test
    void aLateAnswerIsDropped() {
        Background.Lane lane = background.lane();
        lane.run(() -> "first", shown::add, e -> {});
        Runnable first = worker.remove();
        lane.run(() -> "second", shown::add, e -> {});
        work();
        first.run();
        assertEquals(List.of("second"), shown);
    }

    @Test
    void aLateFailureIsDroppedToo() {
        Background.Lane lane = background.lane();
        lane.run(
                () -> {
                    throw new IllegalStateException("too late");
                },
                done -> {},
                e -> shown.add("failed"));
        lane.drop();
        work();
        assertEquals(List.of(), shown);
    }

    @Test
    void anErrorReachesTheScreenAsWell() {
        background.run(
                () -> {
                    throw new NoClassDefFoundError("a broken installation");
                },
                done -> {},
                e -> shown.add("failed"));
        work();
        assertEquals(List.of("failed"), shown);
    }

    private void work() {
        while (!worker.isEmpty()) worker.remove().run();
    }
}
