package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there when it is whole. */
final class WholeFile {

    private WholeFile() {}

    /** Writes what the file shall hold. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream target) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("The path has no file name");
        }
        Path beside = createIn(directory, ".xero-" + Integer.toHexString(file.hashCode()) + "-");
        boolean moved = false;
        try {
            try (OutputStream target = Files.newOutputStream(beside)) {
                content.writeTo(target);
            }
            move(beside, file);
            moved = true;
        } finally {
            if (!moved) { // else the name may be another's by now
                Files.deleteIfExists(beside);
            }
        }
    }

    /** A file with the permissions that files usually get here: those of a temporary file would be its owner's alone. */
    private static Path createIn(Path directory, String name) throws IOException {
        for (long number = 0; ; number++) {
            try {
                return Files.createFile(directory.resolve(name + number + ".part"));
            } catch (FileAlreadyExistsException e) {
                // another writes to the same place, or was stopped while it did
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
