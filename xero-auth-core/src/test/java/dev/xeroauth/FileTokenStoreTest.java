package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.internal.file.FileNames;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a directory does that other stores have not; the promises of a store are in the testkit's contract. */
class FileTokenStoreTest {

    private static final GrantId ID = GrantId.of("customer-1");
    private static final String LONG = "Ä".repeat(200);

    @TempDir
    Path temp;

    private Path directory;
    private FileTokenStore store;

    @BeforeEach
    void open() {
        directory = temp.resolve("tokens");
        store = FileTokenStore.in(directory, Duration.ofMillis(200));
    }

    @Test
    void find_anotherStoreOfTheSameDirectoryByAnotherPath_hasTheSameGrants() {
        StoredGrant grant = FileGrants.stored(store, ID.value());
        FileTokenStore other = FileTokenStore.in(temp.resolve("tokens/../tokens"));

        assertThat(other.find(ID)).contains(grant);
        assertThat(other.replace(FileGrants.grant(ID.value(), 2), grant.revision()))
                .isTrue();
        assertThat(store.replace(FileGrants.grant(ID.value(), 3), grant.revision()))
                .isFalse();
    }

    @Test
    void description_any_isTheDirectoryByItsRealPath() throws IOException {
        FileTokenStore other = FileTokenStore.in(temp.resolve("tokens/../tokens"));

        assertThat(other.description()).isEqualTo("directory " + directory.toRealPath());
    }

    @Test
    void in_whatIsNoDirectoryForTokens_isRefused() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> FileTokenStore.in(file))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a directory");
        assertThatThrownBy(() -> FileTokenStore.in(temp.resolve("missing/tokens")))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("so is the one that it is to be in");
        assertThat(temp.resolve("missing")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void in_directoryOpenToOthers_isRefused() throws IOException {
        for (String rights : List.of("rwxr-----", "rwx-w----", "rwx--x---", "rwx---r--", "rwx----w-", "rwx-----x")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(rights));

            assertThatThrownBy(() -> FileTokenStore.in(directory))
                    .as(rights)
                    .isInstanceOf(XeroConfigurationException.class)
                    .hasMessageContaining("chmod 700")
                    .hasMessageContaining(rights.substring(3));
        }
    }

    @Test
    void list_foreignFiles_areLeftAloneAndOut() throws IOException {
        StoredGrant grant = FileGrants.stored(store, ID.value());
        List<String> foreign = List.of(
                "README",
                ".DS_Store",
                "grant-",
                "grant-a.bak",
                "grant-a (1)",
                "grant-a%2",
                "grant-%61",
                "grant-%C3%A4",
                "GRANT-B",
                "grant-%ff",
                "grant-%0a",
                "grant~abc",
                "unfinished");
        for (String name : foreign) {
            Files.writeString(directory.resolve(name), "foreign");
        }
        Files.createSymbolicLink(directory.resolve("link"), Path.of("grant-customer-1"));

        assertThat(store.list(null, 100)).containsExactly(ID);
        assertThat(store.findDue(Lane.ROUTINE, FileGrants.NOON, null, 100)).hasSize(1);
        assertThat(store.findDue(Lane.RESCUE, FileGrants.NOON, null, 100)).isEmpty();
        assertThat(store.delete(ID, grant.revision())).isTrue();
        foreign.forEach(name -> assertThat(directory.resolve(name)).hasContent("foreign"));
    }

    @Test
    void find_grantsNameLeadsElsewhere_failsAndWritesNothing() throws IOException {
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "foreign");
        Files.createSymbolicLink(directory.resolve("grant-customer-1"), elsewhere);

        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> FileGrants.stored(store, ID.value())).isInstanceOf(StoreException.class);
        assertThat(elsewhere).hasContent("foreign");
    }

    @Test
    void find_fileCopiedUnderAnotherGrantsName_failsAndSaysWhoseItIs() throws IOException {
        StoredGrant grant = FileGrants.stored(store, ID.value());
        Files.copy(directory.resolve("grant-customer-1"), directory.resolve("grant-customer-2"));
        GrantId other = GrantId.of("customer-2");

        assertThatThrownBy(() -> store.find(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("holds grant customer-1");
        assertThatThrownBy(() -> store.delete(other, grant.revision())).isInstanceOf(StoreException.class);
        assertThat(store.find(ID)).contains(grant);
    }

    @Test
    void find_directoryEmptied_failsInsteadOfFindingNothing() throws IOException {
        FileGrants.stored(store, ID.value());
        Files.delete(directory.resolve("grant-customer-1"));
        Files.delete(directory.resolve("lock"));

        for (Runnable call : List.<Runnable>of(
                () -> store.find(ID),
                () -> store.list(null, 1),
                () -> store.findDue(Lane.RESCUE, FileGrants.NOON, null, 1),
                () -> store.delete(ID, FileGrants.grant("a", 1).revision()),
                () -> FileGrants.stored(store, ID.value()))) {
            assertThatThrownBy(call::run).isInstanceOf(StoreException.class).hasMessageContaining("lock");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void everyMethod_threadIsInterrupted_worksAndLeavesTheFlag() {
        Thread.currentThread().interrupt();
        StoredGrant grant = FileGrants.stored(store, ID.value());
        List<GrantId> listed = store.list(null, 10);
        boolean found = store.find(ID).equals(Optional.of(grant));
        boolean deleted = store.delete(ID, grant.revision());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(listed).containsExactly(ID);
        assertThat(found).isTrue();
        assertThat(deleted).isTrue();
    }

    @Test
    void replace_whatAKilledProcessLeft_isReplaced() throws IOException {
        Files.writeString(directory.resolve("unfinished"), "xero-auth grant 1\nid cust");

        FileGrants.stored(store, ID.value());

        assertThat(directory.resolve("unfinished")).doesNotExist();
        assertThat(store.list(null, 10)).containsExactly(ID);
    }

    @Test
    void replace_directoryCannotBeWritten_failsAndLeavesNothingBehind() throws IOException {
        Files.createDirectories(directory.resolve("grant-customer-1/inside"));

        assertThatThrownBy(() -> FileGrants.stored(store, ID.value())).isInstanceOf(StoreException.class);
        assertThat(directory.resolve("unfinished")).doesNotExist();
    }

    @Test
    void findDue_oneFileIsDamaged_isToBeRescuedAndHidesNoOther() throws IOException {
        FileGrants.stored(store, "a");
        FileGrants.stored(store, "b");
        store.replace(FileGrants.grant("c", 1, Lane.RESCUE), Revision.NONE);
        damage("b");

        assertThat(store.list(null, 10)).extracting(GrantId::value).containsExactly("a", "b", "c");
        assertThat(store.findDue(Lane.ROUTINE, FileGrants.NOON, null, 10))
                .extracting(due -> due.id().value())
                .containsExactly("a");
        List<Due> rescue = store.findDue(Lane.RESCUE, FileGrants.NOON, null, 10);
        assertThat(rescue).extracting(due -> due.id().value()).containsExactly("b", "c");
        assertThat(store.findDue(Lane.RESCUE, FileGrants.NOON, rescue.get(0), 10))
                .containsExactly(rescue.get(1));
        assertThatThrownBy(() -> store.find(GrantId.of("b")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("grant-b");
    }

    @Test
    void list_damagedFileDoesNotTellItsGrant_failsBehindAllOthers() throws IOException {
        FileGrants.stored(store, LONG);
        FileGrants.stored(store, "a");
        damage(LONG);

        assertThat(store.list(null, 10)).containsExactly(GrantId.of("a"));
        assertThatThrownBy(() -> store.list(GrantId.of("a"), 10))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(FileNames.of(GrantId.of(LONG)));
    }

    private void damage(String id) throws IOException {
        Path file = directory.resolve(FileNames.of(GrantId.of(id)));
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(FileGrants.NOON.minusSeconds(60)));
    }
}
