package dev.xeroauth.internal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file that processes lock. It stays open as long as it is the directory's: where locks belong to processes, closing any
 * handle of it would give up the lock that another class loader of this one holds. It is no channel that is written to,
 * because an interrupt would close that. For one thread at a time.
 */
final class LockFile implements Closeable {

    /** Behind the text, because some systems let nobody read what is locked. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int TEXT_BYTES = 29;

    private final RandomAccessFile file;
    private final @Nullable Object key;

    private LockFile(RandomAccessFile file, @Nullable Object key) {
        this.file = file;
        this.key = key;
    }

    static LockFile open(Path path) throws IOException {
        Object key = keyOf(path);
        return new LockFile(new RandomAccessFile(path.toFile(), "rw"), key);
    }

    /** Whether this is the file that the path leads to. */
    boolean isStill(Path path) {
        try {
            return Objects.equals(key, keyOf(path));
        } catch (IOException e) {
            return false; // Whoever opens it anew hears why.
        }
    }

    /** Null: somebody else has it. */
    @Nullable
    FileLock tryLock() throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
            if (lock != null) {
                sayWho();
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null; // Another class loader of this process has it.
        }
    }

    private void sayWho() {
        try {
            file.seek(0);
            file.write(String.format(
                            Locale.ROOT,
                            "process %-20d\n",
                            ProcessHandle.current().pid())
                    .getBytes(US_ASCII));
        } catch (IOException e) {
            // A full disk, before the first time: others are told less then, and nothing else is lost.
        }
    }

    /** Who took it last, in that process's own words. */
    String lastHolder() throws IOException {
        byte[] text = new byte[TEXT_BYTES];
        file.seek(0);
        int read = Math.max(0, file.read(text));
        String holder = new String(text, 0, read, US_ASCII).strip();
        return holder.isEmpty() ? "a process that has not said who it is" : holder;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }
}
