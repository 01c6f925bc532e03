package packwitness.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

class JobsTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Background background = new Background(waiting::add, Runnable::run);
    private final List<Object> told = new ArrayList<>();

    @Test
    void jobIsListedWhileItRunsAndAfterwards() {
        Job job = background.job("kit.jobs.title", p -> 7, told::add, told::add);
        assertEquals(1, background.jobs().running().get());
        assertEquals(Job.State.RUNNING, job.state().get());
        waiting.remove().run();
        assertEquals(Job.State.DONE, job.state().get());
        assertEquals(0, background.jobs().running().get());
        assertEquals(List.of(job), background.jobs().all());
        assertEquals(List.of(7), told);
    }

    @Test
    void cancelledJobIsToldSoByItsProgressAndEndsAsCancelled() {
        List<Boolean> goesOn = new ArrayList<>();
        Job job =
                background.job(
                        "kit.jobs.title",
                        p -> {
                            goesOn.add(p.at(1, 10));
                            return 1;
                        },
                        told::add,
                        told::add);
        job.cancel();
        assertEquals(Job.State.ENDING, job.state().get());
        waiting.remove().run();
        assertEquals(List.of(false), goesOn);
        assertEquals(Job.State.CANCELLED, job.state().get());
    }

    @Test
    void failureStaysWithTheJob() {
        IllegalStateException e = new IllegalStateException("planned");
        Job job =
                background.job(
                        "kit.jobs.title",
                        p -> {
                            throw e;
                        },
                        told::add,
                        told::add);
        waiting.remove().run();
        assertEquals(Job.State.FAILED, job.state().get());
        assertEquals(e, job.failure().orElseThrow());
        assertEquals(List.of(e), told);
    }

    @Test
    void progressIsShownAsPartOfTheWhole() {
        Job job = background.job("kit.jobs.title", p -> p.at(1, 4), told::add, told::add);
        assertEquals(Job.UNKNOWN, job.part().get());
        List<Number> parts = new ArrayList<>();
        job.part().subscribe((before, now) -> parts.add(now));
        waiting.remove().run();
        assertEquals(List.of(0.25, 1.0), parts);
    }

    @Test
    void onlyEndedJobsAreClearedAndTheListIsOfTheWholeWindow() {
        Background beside = background.beside(waiting::add);
        Job first = beside.job("kit.jobs.title", p -> 1, told::add, told::add);
        Job second = background.job("kit.jobs.title", p -> 2, told::add, told::add);
        waiting.remove().run();
        background.jobs().clear();
        assertFalse(background.jobs().all().contains(first));
        assertTrue(background.jobs().all().contains(second));
    }
}
