package dev.xeroauth;

import dev.xeroauth.internal.file.DirectoryLock;
import dev.xeroauth.internal.file.FileNames;
import dev.xeroauth.internal.file.Folder;
import dev.xeroauth.internal.file.GrantFile;
import dev.xeroauth.internal.file.Scan;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A token store in a directory of this machine, a file a grant: for a command line, or a service on one server. Any number of
 * processes of the machine may share it, and any of them may be killed at any moment.
 *
 * <p>A write is on the disk when {@link #replace} returns. Files have mode 0600 where the system has such modes; elsewhere, on
 * Windows for example, they have the rights of the directory, which belongs into the user's own profile there. Files with other
 * names than the store's own are left alone. {@code docs/stored-format.md} says what is in the files.
 *
 * <p>The directory has to be on a disk of the machine itself. On network file systems neither locks nor the replacing of
 * files can be trusted.
 *
 * <p>Safe for use by any number of threads. {@link #find} waits for nobody. The other methods take the directory's lock, one
 * after the other; they wait at most 10 seconds for it, and an interrupt ends that. {@link #findDue} opens every grant's file
 * at every call, {@link #list} reads the directory: fit for a few thousand grants. Each method throws {@link StoreException}
 * if it fails. A file that is damaged stays as it is: {@code find} fails, {@code list} names the grant, and {@code
 * findDue} has it in the lane of rescues from the time when the file was last changed.
 */
public final class FileTokenStore implements TokenStore {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Folder folder;
    private final Duration patience;

    private FileTokenStore(Folder folder, Duration patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /**
     * Keeps grants in a directory. It is made, open to its owner alone, if it is missing; the one that it is to be in has to
     * exist. The store keeps a file named {@code lock} open in it for as long as the process lives.
     *
     * @param directory for the store alone
     * @return the store; any number of them may share a directory
     * @throws XeroConfigurationException if it is not a directory, others than its owner have rights to it, or this process
     *     has none
     * @throws StoreException if it cannot be made or looked at
     */
    public static FileTokenStore in(Path directory) {
        return in(directory, PATIENCE);
    }

    static FileTokenStore in(Path directory, Duration patience) {
        try {
            return new FileTokenStore(Folder.open(directory), patience);
        } catch (IOException e) {
            throw failure("The directory for tokens could not be opened", directory, e);
        }
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return call("Grant " + id + " could not be read", () -> {
            Optional<byte[]> file = folder.read(FileNames.of(id), GrantFile.TOO_MANY_BYTES);
            return file.isEmpty() ? Optional.empty() : Optional.of(GrantFile.grant(id, file.get()));
        });
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        String name = FileNames.of(next.id());
        byte[] content = GrantFile.encode(next);
        return locked("Grant " + next.id() + " could not be written", () -> {
            boolean asExpected = revision(name).equals(expected);
            if (asExpected) {
                folder.replace(name, content);
            }
            return asExpected;
        });
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        String name = FileNames.of(id);
        return locked("Grant " + id + " could not be deleted", () -> {
            boolean asExpected =
                    !expected.equals(Revision.NONE) && revision(name).equals(expected);
            if (asExpected) {
                folder.delete(name);
            }
            return asExpected;
        });
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return call(
                "Grants that are due could not be looked for",
                () -> Scan.of(folder, patience).waiting(lane).stream()
                        .filter(due -> !due.dueAt().isAfter(now))
                        .filter(due -> after == null || due.compareTo(after) > 0)
                        .sorted()
                        .limit(limit)
                        .toList());
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        return call("Grants could not be listed", () -> {
            Scan scan = Scan.of(folder, patience);
            List<GrantId> page = scan.ids().stream()
                    .filter(id -> after == null || id.compareTo(after) > 0)
                    .sorted()
                    .limit(limit)
                    .toList();
            if (page.isEmpty() && scan.unnamed().isPresent()) {
                throw scan.unnamed().get();
            }
            return page;
        });
    }

    /** Of the header alone: a file that is damaged behind it can be replaced by one who knows what it was. */
    private Revision revision(String name) throws IOException {
        Optional<byte[]> start = folder.read(name, GrantFile.HEADER_BYTES);
        return start.isEmpty()
                ? Revision.NONE
                : GrantFile.header(name, start.get()).revision();
    }

    private <T> T locked(String failed, DirectoryLock.Work<T> work) {
        return call(failed, () -> folder.lock().holding(patience, work));
    }

    private <T> T call(String failed, DirectoryLock.Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failure(failed, folder.path(), e);
        }
    }

    /** The reason of a {@link FileSystemException} is in its class and in the path that it names. */
    private static StoreException failure(String failed, Path directory, IOException e) {
        String why = e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
        return new StoreException(failed + " in " + directory + ": " + why, e);
    }

    /** The directory, by its real path. */
    @Override
    public String description() {
        return "directory " + folder.path();
    }

    @Override
    public String toString() {
        return "FileTokenStore[" + folder.path() + "]";
    }
}
