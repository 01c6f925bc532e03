package packwitness.recording;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One slot for the newest glance: putting never waits and drops what nobody fetched. Any thread.
 */
final class Mailbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Glance slot;
    private boolean closed;

    void put(Glance glance) {
        lock.lock();
        try {
            if (slot != null) slot.close();
            slot = glance;
            if (closed) clear();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the newest glance; empty after a second, or once closed. */
    Optional<Glance> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.SECONDS.toNanos(1);
            while (slot == null && !closed && left > 0) left = changed.awaitNanos(left);
            Optional<Glance> glance = Optional.ofNullable(slot);
            slot = null;
            return glance;
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

    void close() {
        lock.lock();
        try {
            closed = true;
            clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void clear() {
        if (slot != null) slot.close();
        slot = null;
    }
}
