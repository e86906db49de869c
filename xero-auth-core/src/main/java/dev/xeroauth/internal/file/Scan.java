package dev.xeroauth.internal.file;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One look at all grants of a directory. One whose file cannot be read hides no other. For one thread. */
public final class Scan {

    private final Folder folder;
    private final List<String> names;
    private @Nullable IOException unnamed;

    private Scan(Folder folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * Reads the directory, under its lock: a system may leave out a file that is being replaced while it is read.
     *
     * @param patience how long to wait for the lock
     */
    public static Scan of(Folder folder, Duration patience) throws IOException {
        return new Scan(folder, folder.lock().holding(patience, folder::names));
    }

    /** The ids of all grants, in no order. */
    public List<GrantId> ids() {
        List<GrantId> ids = new ArrayList<>();
        for (String name : names) {
            FileNames.spelt(name).or(() -> idInside(name)).ifPresent(ids::add);
        }
        return ids;
    }

    /** Why there are grants, if there are any, whose file says nowhere which ones they are. */
    public Optional<IOException> unnamed() {
        return Optional.ofNullable(unnamed);
    }

    /** What waits in a lane, now or later, in no order. A grant whose file is damaged waits to be rescued. */
    public List<Due> waiting(Lane lane) {
        List<Due> waiting = new ArrayList<>();
        for (String name : names) {
            waiting(name, lane).ifPresent(waiting::add);
        }
        return waiting;
    }

    private Optional<Due> waiting(String name, Lane lane) {
        try {
            return header(name)
                    .filter(header -> header.lane() == lane)
                    .flatMap(header -> header.dueAt().map(dueAt -> new Due(dueAt, header.id())));
        } catch (IOException e) {
            return lane == Lane.RESCUE ? damaged(name) : Optional.empty();
        }
    }

    private Optional<Due> damaged(String name) {
        try {
            Instant since = folder.writtenAt(name);
            return FileNames.spelt(name).map(id -> new Due(since, id));
        } catch (IOException e) {
            return Optional.empty(); // It has just gone.
        }
    }

    private Optional<GrantId> idInside(String name) {
        try {
            return header(name).map(Header::id);
        } catch (IOException e) {
            unnamed = e;
            return Optional.empty();
        }
    }

    private Optional<Header> header(String name) throws IOException {
        Optional<byte[]> start = folder.read(name, GrantFile.HEADER_BYTES);
        return start.isEmpty() ? Optional.empty() : Optional.of(GrantFile.header(name, start.get()));
    }
}
