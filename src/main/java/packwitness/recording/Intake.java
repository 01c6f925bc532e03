package packwitness.recording;

import packwitness.capture.Shot;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue of about one second between camera and video stage; safe for two threads. It never
 * makes a live camera wait: of pictures that stand alone the oldest is dropped, of a stream with
 * key frames everything up to the next key frame.
 */
final class Intake {
    private final int room;
    private final boolean patient;
    private final boolean interCoded;
    private final Drops drops;
    private final ArrayDeque<Shot> shots = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean skipping;
    private boolean ended;
    private boolean closed;

    Intake(int room, boolean patient, boolean interCoded, Drops drops) {
        this.room = room;
        this.patient = patient;
        this.interCoded = interCoded;
        this.drops = drops;
    }

    /** Takes over the shot; returns whether anything was dropped for it. */
    boolean put(Shot shot) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            drops.received();
            while (patient && shots.size() >= room && !closed) changed.await();
            if (closed) {
                drop(shot);
                return false;
            }
            boolean full = shots.size() >= room;
            if (!interCoded) {
                if (full) drop(shots.remove());
            } else if (full || skipping && !shot.key()) {
                skipping = true;
                drop(shot);
                return true;
            }
            skipping = false;
            shots.add(shot);
            changed.signalAll();
            return full;
        } finally {
            lock.unlock();
        }
    }

    private void drop(Shot shot) {
        drops.drop(shot.number(), Gap.Cause.OVERLOAD);
        shot.close();
    }

    /** Lets a coded stream that has lost its thread go on with its next key frame. */
    void broken() {
        signal(() -> skipping = interCoded);
    }

    /** Returns how full the queue is, 0 to 1. */
    double fill() {
        lock.lock();
        try {
            return shots.size() / (double) room;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a shot, which is the caller's to close. */
    Optional<Shot> poll(long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (shots.isEmpty() && !ended && !closed && left > 0)
                left = changed.awaitNanos(left);
            Shot shot = shots.poll();
            if (shot != null) changed.signalAll();
            return Optional.ofNullable(shot);
        } finally {
            lock.unlock();
        }
    }

    /** Tells that the source has ended: nothing more comes. */
    void end() {
        signal(() -> ended = true);
    }

    /** Lets a waiting reader go; what is in the queue is still handed out. */
    void close() {
        signal(() -> closed = true);
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean drained() {
        lock.lock();
        try {
            return shots.isEmpty() && (ended || closed);
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Closes what nobody took. */
    void empty() {
        lock.lock();
        try {
            shots.forEach(this::drop);
            shots.clear();
        } finally {
            lock.unlock();
        }
    }
}
