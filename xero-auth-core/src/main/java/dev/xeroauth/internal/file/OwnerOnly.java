package dev.xeroauth.internal.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Makes files and directories that nobody but their owner can open, from the first moment on, where there are such rights. */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** Whether this system has rights of owner, group and others; Windows has not. */
    static boolean isKnown(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static void createFile(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
        withoutUmask(file, FILE);
    }

    /** Does not touch one that is there. */
    static void createFileIfMissing(Path file) throws IOException {
        try {
            createFile(file);
        } catch (FileAlreadyExistsException e) {
            // Somebody was here before, which is as good.
        }
    }

    static void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory, attributes(directory, DIRECTORY));
        withoutUmask(directory, DIRECTORY);
    }

    /** What group and others may do, which should be nothing. */
    static Set<PosixFilePermission> rightsOfOthers(Path directory) throws IOException {
        if (!isKnown(directory)) {
            return Set.of();
        }
        Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
        rights.addAll(Files.getPosixFilePermissions(directory));
        rights.removeAll(DIRECTORY);
        return rights;
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> rights) {
        return isKnown(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    /** A umask can only have taken rights away from the owner. */
    private static void withoutUmask(Path path, Set<PosixFilePermission> rights) throws IOException {
        if (isKnown(path)) {
            Files.setPosixFilePermissions(path, rights);
        }
    }
}
