package dev.xeroauth.examples;

import dev.xeroauth.KeyRing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The key that seals the tokens, in a file that its owner alone may read. A service takes it from its secret store. */
public final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    static KeyRing in(Path directory) throws IOException {
        return in(directory, "report");
    }

    static KeyRing in(Path directory, RandomGenerator random) throws IOException {
        return in(directory, "report", random);
    }

    /**
     * The key in the file {@code key}, which is made if it is missing.
     *
     * @param directory where the file is
     * @param keyId the key's name, which is stored with every record
     * @return a ring with that key
     * @throws IOException if the file can be neither read nor made
     */
    public static KeyRing in(Path directory, String keyId) throws IOException {
        return in(directory, keyId, new SecureRandom());
    }

    private static KeyRing in(Path directory, String keyId, RandomGenerator random) throws IOException {
        Path file = directory.resolve("key");
        if (!Files.exists(file)) {
            make(directory, file, random);
        }
        return KeyRing.of(
                keyId, Base64.getDecoder().decode(Files.readString(file).strip()));
    }

    /** Under another name first, so that the file is there with its key or not at all. */
    private static void make(Path directory, Path file, RandomGenerator random) throws IOException {
        Path unfinished = Files.createTempFile(directory, "key", ".unfinished", ownerOnly(directory));
        try {
            byte[] key = new byte[32];
            random.nextBytes(key);
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
            link(unfinished, file);
        } catch (FileAlreadyExistsException e) {
            // Another process was first: its key counts.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Unlike a move it never replaces a key that something may be sealed with already. */
    private static void link(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (UnsupportedOperationException e) {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
