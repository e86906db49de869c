package dev.xeroauth.internal.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of one directory, each written whole or not at all. Who writes, deletes or lists holds {@link #lock}. Interrupts
 * leave all of it alone. Thread-safe.
 */
public final class Folder {

    static final String LOCK = "lock";
    /** There is one at most, and the next write replaces it: whoever writes has the lock. */
    static final String UNFINISHED = "unfinished";

    private final Path path;
    private final DirectoryLock lock;

    private Folder(Path path) {
        this.path = path;
        this.lock = DirectoryLock.of(path.resolve(LOCK));
    }

    /**
     * Opens a directory, which is made if it is missing.
     *
     * @throws dev.xeroauth.XeroConfigurationException if it is not fit for tokens
     */
    public static Folder open(Path directory) throws IOException {
        Path path = Fitness.madeFit(directory);
        OwnerOnly.createFileIfMissing(path.resolve(LOCK));
        return new Folder(path);
    }

    /** The real path. */
    public Path path() {
        return path;
    }

    /** Among all threads and processes of this machine. */
    public DirectoryLock lock() {
        return lock;
    }

    /**
     * The start of a file as it is at this moment.
     *
     * @return empty: there is no such file, but there is the directory
     */
    public Optional<byte[]> read(String name, int atMost) throws IOException {
        try (InputStream in = Files.newInputStream(path.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(atMost));
        } catch (NoSuchFileException e) {
            requireThere();
            return Optional.empty();
        }
    }

    /** When a file was written last, in whole milliseconds. */
    public Instant writtenAt(String name) throws IOException {
        return Files.getLastModifiedTime(path.resolve(name), LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** The names of all grants' files. */
    public List<String> names() throws IOException {
        requireThere();
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (FileNames.isGrant(name)) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    /** Puts a file in the place of the one by this name, or of none, and returns when the disk has it. */
    public void replace(String name, byte[] content) throws IOException {
        Path unfinished = path.resolve(UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            OwnerOnly.createFile(unfinished);
            try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
                out.write(content);
                out.getFD().sync();
            }
            Files.move(unfinished, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            deleteAfter(e, unfinished);
            throw e;
        }
        sync(path);
    }

    private static void deleteAfter(IOException failure, Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Removes a file, and returns when the disk knows it. */
    public void delete(String name) throws IOException {
        Files.delete(path.resolve(name));
        sync(path);
    }

    /** A directory that is not mounted any more looks like an empty one. */
    private void requireThere() throws IOException {
        if (!Files.exists(path.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("The directory is not the one that was opened, as there is no file " + LOCK
                    + " in it. Was it emptied, or is a disk not mounted? Mount it, or start this process again");
        }
    }

    /** Makes sure that the disk knows what is in a directory, where that can be asked for. */
    static void sync(Path directory) throws IOException {
        boolean interrupted = false;
        try {
            while (OwnerOnly.isKnown(directory) && !isSynced(directory)) {
                interrupted |= Thread.interrupted();
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False: an interrupt came in between, and the flag is set. */
    private static boolean isSynced(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        } catch (ClosedByInterruptException e) {
            return false;
        }
    }
}
