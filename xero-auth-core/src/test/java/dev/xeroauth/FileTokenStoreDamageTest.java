package dev.xeroauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in a file, and that nothing else is taken for it. */
class FileTokenStoreDamageTest {

    /** The one that {@code docs/stored-format.md} shows. */
    private static final StoredGrant GOLDEN = new StoredGrant(
            GrantId.of("Zoë-42"),
            new Revision("AAECAwQFBgcICQoLDA0ODw"),
            GrantStatus.CONNECTED,
            Lane.ROUTINE,
            Optional.of(Instant.parse("2026-11-21T12:00:00.123Z")),
            SealedRecord.of("sealed-bytes".getBytes(UTF_8)));

    private static final String NAME = "grant-%5ao%c3%ab-42";

    @TempDir
    Path temp;

    private FileTokenStore store;
    private Path file;

    @BeforeEach
    void write() {
        store = FileTokenStore.in(temp.resolve("tokens"));
        file = temp.resolve("tokens").resolve(NAME);
        assertThat(store.replace(GOLDEN, Revision.NONE)).isTrue();
    }

    @Test
    void find_goldenV1_isTheGrantThatWasWritten() throws IOException {
        try (var golden = getClass().getResourceAsStream("grant-v1")) {
            byte[] bytes = golden.readAllBytes();
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
            Files.write(file, bytes);
        }
        assertThat(store.find(GOLDEN.id())).contains(GOLDEN);
    }

    @Test
    void document_showsTheGoldenFile() throws IOException {
        String document = Files.readString(Path.of("../docs/stored-format.md"), UTF_8);

        assertThat(document)
                .contains("```\n" + Files.readString(file, UTF_8) + "\n```")
                .contains(NAME);
    }

    @Test
    void find_neverDue_comesBackEqual() {
        StoredGrant never = new StoredGrant(
                GOLDEN.id(),
                FileGrants.grant("a", 1).revision(),
                GrantStatus.ENDED,
                Lane.RESCUE,
                Optional.empty(),
                GOLDEN.sealed());

        assertThat(store.replace(never, GOLDEN.revision())).isTrue();
        assertThat(store.find(never.id())).contains(never);
    }

    @Test
    void everyMethod_fileCutAtAnyLength_failsAndLeavesItAsItIs() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), length < headerLength(whole));
        }
        System.out.printf("file-cut: lengths=%d refused=%d%n", whole.length, whole.length);
    }

    @Test
    void everyMethod_anyBitFlipped_failsAndLeavesItAsItIs() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertRefused(flipped, bit / 8 < headerLength(whole));
        }
        System.out.printf("file-flip: bits=%d refused=%d%n", whole.length * 8, whole.length * 8);
    }

    @Test
    void everyMethod_fileTooLong_fails() throws IOException {
        byte[] whole = Files.readAllBytes(file);

        assertRefused(Arrays.copyOf(whole, whole.length + 1), false);
        assertRefused(Arrays.copyOf(whole, 200_000), false);
        assertRefused("xero-auth grant 1\n".repeat(10_000).getBytes(UTF_8), true);
    }

    @Test
    void find_formatOfANewerVersion_saysThatTheLibraryHasToBeUpdated() throws IOException {
        Files.writeString(file, "xero-auth grant 2\nwhatever");

        assertThatThrownBy(() -> store.find(GOLDEN.id()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("Update");
    }

    @Test
    void replace_sealedBytesDamagedAndRevisionKnown_mendsIt() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        StoredGrant next = FileGrants.grant(GOLDEN.id().value(), 2);

        assertThat(store.replace(next, next.revision())).isFalse();
        assertThat(store.replace(next, GOLDEN.revision())).isTrue();
        assertThat(store.find(next.id())).contains(next);
    }

    /** By all who would have to understand it. */
    private void assertRefused(byte[] content, boolean inHeader) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> store.find(GOLDEN.id()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(NAME);
        if (inHeader) {
            StoredGrant next = FileGrants.grant(GOLDEN.id().value(), 2);
            assertThatThrownBy(() -> store.replace(next, GOLDEN.revision())).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.replace(next, Revision.NONE)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> store.delete(next.id(), GOLDEN.revision())).isInstanceOf(StoreException.class);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    private static int headerLength(byte[] whole) {
        return whole.length - GOLDEN.sealed().size();
    }
}
