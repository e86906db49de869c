package dev.xeroauth.internal.file;

import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The right to write in a directory: of one thread, in one process, on this machine. It ends with the process that has it,
 * however that ends. There is one object a directory, because an operating system knows the process and not the thread.
 */
public final class DirectoryLock {

    private static final ConcurrentMap<Path, DirectoryLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final long PAUSE_MILLIS = 1;

    private final ReentrantLock threads = new ReentrantLock(true);
    private final TimeSource time = TimeSource.system();
    private final Path file;
    /** Only for who holds {@link #threads}. */
    private @Nullable LockFile open;

    private DirectoryLock(Path file) {
        this.file = file;
    }

    /**
     * The lock of a directory, the same one for all stores of this process.
     *
     * @param file the real path of the file that is locked; it is there
     */
    static DirectoryLock of(Path file) {
        return OF_THIS_PROCESS.computeIfAbsent(file, DirectoryLock::new);
    }

    /** Something that is done with files. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it. */
        T run() throws IOException;
    }

    /**
     * Waits for the lock and does something while holding it. An interrupt ends the waiting and nothing else; the thread's
     * flag is set again.
     *
     * @throws IOException if the work fails, or the lock is not to be had in this time; the message says who has it
     */
    public <T> T holding(Duration atMost, Work<T> work) throws IOException {
        long until = time.nanoTime() + atMost.toNanos();
        try {
            takeAmongThreads(atMost);
            try {
                return holdingAmongProcesses(takeAmongProcesses(until, atMost), work);
            } finally {
                threads.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread was interrupted while it waited for " + file);
        }
    }

    private static <T> T holdingAmongProcesses(FileLock lock, Work<T> work) throws IOException {
        try {
            return work.run();
        } finally {
            lock.release();
        }
    }

    private void takeAmongThreads(Duration atMost) throws IOException, InterruptedException {
        if (!threads.tryLock() && !threads.tryLock(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("Other threads of this process have kept " + file + " for " + atMost);
        }
    }

    private FileLock takeAmongProcesses(long until, Duration atMost) throws IOException, InterruptedException {
        while (true) {
            FileLock lock = tryOnce();
            if (lock != null) {
                return lock;
            }
            if (time.nanoTime() - until >= 0) {
                throw new IOException("Somebody else has kept " + file + " locked for " + atMost + ": "
                        + current().lastHolder() + ". Is it stopped, or does its disk hang?");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private @Nullable FileLock tryOnce() throws IOException {
        LockFile current = current();
        FileLock lock = current.tryLock();
        if (lock != null && !current.isStill(file)) {
            lock.release();
            return null;
        }
        return lock;
    }

    /** Somebody may have emptied the directory and begun anew: then it is another file, and the old one locks nobody out. */
    private LockFile current() throws IOException {
        LockFile current = open;
        if (current == null || !current.isStill(file)) {
            open = null;
            if (current != null) {
                current.close();
            }
            current = LockFile.open(file);
            open = current;
        }
        return current;
    }
}
