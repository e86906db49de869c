package dev.xeroauth.examples;

import dev.xeroauth.KeyRing;
import java.io.IOException;
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
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    static KeyRing in(Path directory) throws IOException {
        return in(directory, new SecureRandom());
    }

    static KeyRing in(Path directory, RandomGenerator random) throws IOException {
        Path file = directory.resolve("key");
        if (!Files.exists(file)) {
            make(directory, file, random);
        }
        return KeyRing.of(
                "report", Base64.getDecoder().decode(Files.readString(file).strip()));
    }

    /** Under another name first, so that the file is there with its key or not at all. */
    private static void make(Path directory, Path file, RandomGenerator random) throws IOException {
        Path unfinished = Files.createTempFile(directory, "key", ".unfinished", ownerOnly(directory));
        try {
            byte[] key = new byte[32];
            random.nextBytes(key);
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
