package dev.xeroauth.testkit.internal.http;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The requests that wait until they are let go. Thread-safe. */
final class HeldUp {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int waiting;
    private int round;
    private boolean over;

    Answer around(Interference interference, Supplier<Answer> work) {
        if (interference.heldUp() == Interference.HoldUp.BEFORE_WORK) {
            hold();
        }
        Answer answer = work.get();
        if (interference.heldUp() == Interference.HoldUp.AFTER_WORK) {
            hold();
        }
        delay(interference.delay());
        return answer;
    }

    private void hold() {
        lock.lock();
        try {
            int mine = round;
            waiting++;
            changed.signalAll();
            while (round == mine && !over) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void delay(Duration by) {
        lock.lock();
        try {
            long left = by.toNanos();
            while (left > 0 && !over) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there are so many; false: they did not come in time. */
    boolean await(int count, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (waiting < count && left > 0) {
                left = changed.awaitNanos(left);
            }
            return waiting >= count;
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many there were. */
    int release() {
        lock.lock();
        try {
            int released = waiting;
            waiting = 0;
            round++;
            changed.signalAll();
            return released;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits any more. */
    void end() {
        lock.lock();
        try {
            over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
