package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.internal.file.Folder;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Several processes over one directory, and what is left of one that was killed. */
class FileTokenStoreProcessesTest {

    private static final int ROUNDS = 10;
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final List<String> IDS = List.of("customer-1", "customer-2", "x".repeat(200));

    @TempDir
    Path temp;

    private Path directory;

    @BeforeEach
    void name() {
        directory = temp.resolve("tokens");
    }

    @Test
    void replace_processKilledAtAnyMoment_leavesEveryRecordAsItWasWritten() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, Integer> told = new HashMap<>();
        int halfWay = 0;
        int untold = 0;
        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(random.nextInt(60), told);
            halfWay += Files.exists(directory.resolve("unfinished")) ? 1 : 0;
            FileTokenStore store = FileTokenStore.in(directory, SHORT);
            for (String id : List.copyOf(told.keySet())) {
                int found = FileGrants.serial(store.find(GrantId.of(id)).orElseThrow());
                assertThat(found).as("seed %d, round %d", seed, round).isBetween(told.get(id), told.get(id) + 1);
                untold += found - told.get(id);
                told.put(id, found);
            }
            assertThat(writesAfterwards(store)).isTrue();
            assertThat(directory.resolve("unfinished")).doesNotExist();
        }
        System.out.printf(
                "file-crash: seed=%d kills=%d writes=%d half-way=%d written-and-untold=%d lost=0%n",
                seed, ROUNDS, told.values().stream().mapToInt(each -> each).sum(), halfWay, untold);
    }

    private static boolean writesAfterwards(FileTokenStore store) {
        StoredGrant next = FileGrants.grant("after", 1);
        return store.replace(
                next, store.find(next.id()).map(StoredGrant::revision).orElse(Revision.NONE));
    }

    private void writeUntilKilled(int writes, Map<String, Integer> told) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("forever", directory.toString()));
        arguments.addAll(IDS);
        try (ChildProcess child = ChildProcess.start(arguments.toArray(String[]::new))) {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i <= writes; i++) {
                lines.add(child.line());
            }
            child.kill();
            lines.addAll(child.lines());
            for (String line : lines) {
                if (!line.endsWith(".")) {
                    continue; // Killed while it told.
                }
                int space = line.indexOf(' ');
                told.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1, line.length() - 1)));
            }
        }
    }

    @Test
    void replace_threeProcessesAndTwoClassLoaders_loseNothing() throws Exception {
        FileTokenStore store = FileTokenStore.in(directory);
        FileGrants.stored(store, "raced");
        int each = 60;
        List<ChildProcess> children = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            children.add(ChildProcess.start("add", directory.toString(), Integer.toString(each), "PT20S"));
        }
        List<CompletableFuture<Integer>> here = new ArrayList<>();
        try (URLClassLoader other = otherLoader()) {
            List<Callable<Integer>> writers = List.of(
                    new FileWriter(directory, each, Duration.ofSeconds(20)),
                    new FileWriter(directory, each, Duration.ofSeconds(20)),
                    writerOf(other, each, Duration.ofSeconds(20)));
            for (Callable<Integer> writer : writers) {
                here.add(CompletableFuture.supplyAsync(() -> unchecked(writer), task -> new Thread(task).start()));
            }
            int added = 0;
            for (CompletableFuture<Integer> writer : here) {
                added += writer.join();
            }
            for (ChildProcess child : children) {
                added += Integer.parseInt(child.line());
                child.close();
            }
            int counted = FileGrants.serial(store.find(GrantId.of("raced")).orElseThrow()) - 1;
            System.out.printf("file-race: processes=4 class-loaders=2 told-true=%d counted=%d%n", added, counted);
            assertThat(counted).isEqualTo(added).isEqualTo(6 * each);
        }
    }

    @Test
    void replace_otherClassLoaderGivesUp_leavesTheLockWithItsHolder() throws Exception {
        FileGrants.stored(FileTokenStore.in(directory), "raced");
        try (URLClassLoader other = otherLoader()) {
            Callable<Integer> writer = writerOf(other, 1, SHORT);
            Folder.open(directory).lock().holding(SHORT, () -> {
                assertThatThrownBy(writer::call).hasMessageContaining("has kept");
                try (ChildProcess child = ChildProcess.start("add", directory.toString(), "1", "PT0.2S")) {
                    assertThat(child.lines()).as("what a third one adds").isEmpty();
                }
                return true;
            });
            assertThat(writer.call()).isEqualTo(1);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replace_holderOfTheLockIsStopped_failsInTimeAndNamesIt() throws Exception {
        FileTokenStore store = FileTokenStore.in(directory, SHORT);
        StoredGrant first = FileGrants.stored(store, "customer-1");
        StoredGrant next = FileGrants.grant("customer-1", 2);
        try (ChildProcess child = ChildProcess.start("hold", directory.toString())) {
            assertThat(child.line()).isEqualTo("held");
            child.signal("STOP");

            assertThatThrownBy(() -> store.replace(next, first.revision()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("process " + child.pid())
                    .hasMessageContaining("customer-1")
                    .hasMessageContaining("PT0.2S");
            assertThatThrownBy(() -> store.list(null, 1)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.findDue(Lane.RESCUE, FileGrants.NOON, null, 1))
                    .isInstanceOf(StoreException.class);
            assertThat(store.find(first.id())).contains(first);
            child.kill();
        }
        assertThat(store.replace(next, first.revision())).isTrue();
    }

    @Test
    void replace_directoryEmptiedAndOpenedAnew_takesTheNewLock() throws Exception {
        FileTokenStore store = FileTokenStore.in(directory, SHORT);
        FileGrants.stored(store, "customer-1");
        Files.delete(directory.resolve("lock"));
        try (ChildProcess child = ChildProcess.start("hold", directory.toString())) {
            assertThat(child.line()).isEqualTo("held");

            assertThatThrownBy(() -> FileGrants.stored(store, "customer-2"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("process " + child.pid());
            child.kill();
        }
        FileGrants.stored(store, "customer-2");
        assertThat(store.list(null, 10)).hasSize(2);
    }

    @Test
    void replace_interruptedWhileItWaits_failsWithTheFlagSetAndWritesNothing() throws Exception {
        FileTokenStore store = FileTokenStore.in(directory);
        StoredGrant first = FileGrants.stored(store, "customer-1");
        try (ChildProcess child = ChildProcess.start("hold", directory.toString())) {
            assertThat(child.line()).isEqualTo("held");
            CountDownLatch began = new CountDownLatch(1);
            FutureTask<Boolean> waiting = new FutureTask<>(() -> {
                began.countDown();
                assertThatThrownBy(() -> store.replace(FileGrants.grant("customer-1", 2), first.revision()))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("interrupted");
                return Thread.currentThread().isInterrupted();
            });
            Thread thread = new Thread(waiting);
            thread.start();
            began.await();
            thread.interrupt();

            assertThat(waiting.get()).isTrue();
        }
        assertThat(store.find(first.id())).contains(first);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replace_fileCannotBeWrittenToItsEnd_keepsTheOldOneAndLeavesNothingBehind() throws Exception {
        try (ChildProcess child = ChildProcess.startAfter("ulimit -f 64", "large", directory.toString())) {
            assertThat(child.lines())
                    .singleElement()
                    .asString()
                    .startsWith("intact=true clean=true goes-on=true: Grant customer-1 could not be written in ");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void in_anyUmask_makesFilesForTheOwnerAlone() throws Exception {
        for (String umask : List.of("000", "077", "777")) {
            Path made = temp.resolve("umask-" + umask);
            try (ChildProcess child = ChildProcess.startAfter("umask " + umask, "large", made.toString())) {
                child.lines();
            }
            assertThat(rights(made)).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(made)) {
                assertThat(files.map(FileTokenStoreProcessesTest::rights))
                        .hasSize(2)
                        .containsOnly("rw-------");
            }
        }
    }

    private static String rights(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Integer unchecked(Callable<Integer> writer) {
        try {
            return writer.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library once more, as in another web application of the same server. */
    private static URLClassLoader otherLoader() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(new File(entry).toURI().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @SuppressWarnings("unchecked") // A class of the JDK, the same one in both loaders.
    private Callable<Integer> writerOf(ClassLoader loader, int count, Duration patience) throws Exception {
        Class<?> type = loader.loadClass(FileWriter.class.getName());
        assertThat(type).isNotSameAs(FileWriter.class);
        return (Callable<Integer>)
                type.getConstructor(Path.class, int.class, Duration.class).newInstance(directory, count, patience);
    }
}
