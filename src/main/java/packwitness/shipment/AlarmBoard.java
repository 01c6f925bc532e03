package packwitness.shipment;

import packwitness.value.Failure;
import packwitness.value.TakeId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The alarms that hold at a station. Each is a row, a line to the listeners and a name that the
 * screen turns into a sign and a sound. Safe for any thread and never waits: an alarm is told at
 * once, also where the index cannot be written, and its row follows in order.
 */
final class AlarmBoard implements AutoCloseable {
    private static final Logger LOG = System.getLogger("packwitness.shipment");
    private static final int ROOM = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 3200;

    private final DeskLog log;
    private final Voice voice;
    private final Map<String, Long> raised = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor rows =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(ROOM),
                    job -> Thread.ofPlatform().name("alarm-rows").daemon().unstarted(job),
                    (job, full) -> LOG.log(Level.ERROR, "an alarm has no row"));
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String station = "";
    private volatile boolean severalViews;

    AlarmBoard(DeskLog log, Voice voice) {
        this.log = log;
        this.voice = voice;
    }

    void begin(String newStation, boolean several) {
        raised.clear();
        station = newStation;
        severalViews = several;
    }

    /** Returns the names, those of one camera of several with its view before a dot. */
    List<String> names() {
        return raised.keySet().stream().sorted().toList();
    }

    String station() {
        return station;
    }

    boolean holds(Optional<View> view, String name) {
        return raised.containsKey(key(view, name));
    }

    /** Raises an alarm, or says it again. */
    void raise(Optional<View> view, String name, String detail, Optional<TakeId> take) {
        raised.put(key(view, name), System.nanoTime());
        note(view, name, detail, take, false);
    }

    /** Raises an alarm that does not hold yet. */
    void raiseOnce(Optional<View> view, String name, String detail, Optional<TakeId> take) {
        if (!holds(view, name)) raise(view, name, detail, take);
    }

    /** Tells good news and takes the alarms that it ends from the board. */
    void good(
            Optional<View> view,
            String name,
            String detail,
            Optional<TakeId> take,
            Collection<String> over) {
        for (String ended : over) raised.remove(key(view, ended));
        note(view, name, detail, take, true);
    }

    /** Takes alarms from the board that hold, telling each; nothing where none of them does. */
    void over(Optional<View> view, Optional<TakeId> take, Collection<String> names) {
        for (String name : names)
            if (raised.remove(key(view, name)) != null) note(view, name + "_OVER", "", take, true);
    }

    /** Takes alarms from the board that were raised once and are old news by now. */
    void expire(Collection<String> names, long olderThanNanos) {
        long now = System.nanoTime();
        raised.entrySet()
                .removeIf(one ->
                        names.contains(one.getKey().substring(one.getKey().indexOf('.') + 1))
                                && now - one.getValue() > olderThanNanos);
    }

    private String key(Optional<View> view, String name) {
        return severalViews && view.isPresent() ? view.get() + "." + name : name;
    }

    private void note(
            Optional<View> view,
            String name,
            String detail,
            Optional<TakeId> take,
            boolean isOver) {
        List<String> details = new ArrayList<>();
        if (severalViews) view.ifPresent(v -> details.add(v.name()));
        if (!detail.isEmpty()) details.add(detail);
        String whole = String.join(" ", details);
        Map<String, Object> facts = new HashMap<>();
        facts.put("alarm", name);
        facts.put("detail", detail);
        facts.put("over", isOver);
        view.ifPresent(v -> facts.put("view", v.name()));
        take.ifPresent(id -> facts.put("take", id.value()));
        voice.tell("alarm", facts);
        String where = station;
        Instant told = voice.now();
        rows.execute(() -> write(where, take, name, whole, told));
    }

    /** An index that refuses the row now may take it later; the row then says when it was told. */
    private void write(
            String where, Optional<TakeId> take, String name, String detail, Instant told) {
        long pause = FIRST_PAUSE_MILLIS;
        boolean late = false;
        while (true) {
            try {
                log.event(where, take, name, late ? (detail + " told " + told).strip() : detail);
                return;
            } catch (Failure e) {
                if (!late) PackingDesk.note(e);
                late = true;
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "alarm row", e);
                return;
            }
            try {
                if (closing.await(pause, TimeUnit.MILLISECONDS)) {
                    LOG.log(Level.ERROR, "an alarm has no row: " + name);
                    return;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits until the rows of all alarms so far are written. */
    void flush() {
        CountDownLatch done = new CountDownLatch(1);
        rows.execute(done::countDown);
        try {
            if (!done.await(1, TimeUnit.MINUTES)) LOG.log(Level.ERROR, "alarm rows wait");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        flush();
        rows.shutdown();
    }
}
