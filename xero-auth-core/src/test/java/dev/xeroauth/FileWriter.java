package dev.xeroauth;

import dev.xeroauth.internal.file.Folder;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What another process, or another class loader, does in a directory. */
public final class FileWriter implements Callable<Integer> {

    private final Path directory;
    private final int count;
    private final Duration patience;

    /** For a class loader's reflection. */
    public FileWriter(Path directory, int count, Duration patience) {
        this.directory = directory;
        this.count = count;
        this.patience = patience;
    }

    /** In a process of its own: {@code what directory arguments...} */
    public static void main(String[] args) throws Exception {
        Path directory = Path.of(args[1]);
        List<String> rest = Arrays.asList(args).subList(2, args.length);
        switch (args[0]) {
            case "add" ->
                System.out.println(
                        new FileWriter(directory, Integer.parseInt(rest.get(0)), Duration.parse(rest.get(1))).call());
            case "forever" -> forever(directory, rest);
            case "hold" -> hold(directory);
            case "large" -> large(directory);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    /** Adds one to the grant {@code raced} until it has done so as often as it should. */
    @Override
    public Integer call() {
        FileTokenStore store = FileTokenStore.in(directory, patience);
        int added = 0;
        while (added < count) {
            StoredGrant found = store.find(GrantId.of("raced")).orElseThrow();
            if (store.replace(FileGrants.grant("raced", FileGrants.serial(found) + 1), found.revision())) {
                added++;
            }
        }
        return added;
    }

    /** A thread a grant writes that, and says what is written, until the process is killed. */
    private static void forever(Path directory, List<String> ids) {
        FileTokenStore store = FileTokenStore.in(directory);
        for (String id : ids) {
            new Thread(() -> forever(store, id)).start();
        }
    }

    private static void forever(FileTokenStore store, String id) {
        while (true) {
            StoredGrant before = store.find(GrantId.of(id)).orElse(null);
            StoredGrant next = FileGrants.grant(id, before == null ? 1 : FileGrants.serial(before) + 1);
            if (!store.replace(next, before == null ? Revision.NONE : before.revision())) {
                throw new IllegalStateException("Nobody else writes it");
            }
            System.out.println(id + " " + FileGrants.serial(next) + ".");
        }
    }

    /** Keeps the lock until it is killed. */
    private static void hold(Path directory) throws Exception {
        Folder.open(directory).lock().holding(Duration.ofSeconds(10), () -> {
            System.out.println("held");
            return System.in.read();
        });
    }

    /** Where files may not be as long as this one. */
    private static void large(Path directory) {
        FileTokenStore store = FileTokenStore.in(directory);
        StoredGrant before = FileGrants.stored(store, "customer-1");
        StoredGrant large = IntStream.iterate(4, i -> i + 4)
                .mapToObj(serial -> FileGrants.grant("customer-1", serial))
                .filter(grant -> grant.sealed().size() > 60_000)
                .findFirst()
                .orElseThrow();
        try {
            store.replace(large, before.revision());
        } catch (StoreException e) {
            boolean intact = store.find(before.id()).orElseThrow().equals(before);
            boolean clean = !Files.exists(directory.resolve("unfinished"));
            boolean goesOn = store.replace(FileGrants.grant("customer-1", 2), before.revision());
            System.out.println("intact=" + intact + " clean=" + clean + " goes-on=" + goesOn + ": " + e.getMessage());
        }
    }
}
