package dev.xeroauth.internal.file;

import dev.xeroauth.XeroConfigurationException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether tokens can be kept in a directory. */
final class Fitness {

    private Fitness() {}

    /** Makes the directory if it is missing, and returns its real path if tokens can be kept in it. */
    static Path madeFit(Path directory) throws IOException {
        if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
            throw unfit(directory, "is in a file system that cannot lock files. Name one of this machine's own");
        }
        if (!Files.exists(directory)) {
            create(directory);
        }
        if (!Files.isDirectory(directory)) {
            throw unfit(directory, "is not a directory. Name one, or a path where nothing is yet");
        }
        requireOwnerOnly(directory);
        if (!Files.isWritable(directory) || !Files.isExecutable(directory)) {
            throw unfit(directory, "cannot be written by the user that this process runs as. Give it to that user");
        }
        return directory.toRealPath();
    }

    private static void create(Path directory) throws IOException {
        try {
            OwnerOnly.createDirectory(directory);
            syncParent(directory.toRealPath().getParent());
        } catch (NoSuchFileException e) {
            throw unfit(
                    directory, "is missing, and so is the one that it is to be in. Create that one, or mount its disk");
        } catch (FileAlreadyExistsException e) {
            // Another process was faster, or it is a link that leads nowhere, which is no directory.
        }
    }

    /** Else the directory and all that is in it could be gone after a power cut. */
    private static void syncParent(@Nullable Path parent) throws IOException {
        try {
            if (parent != null) {
                Folder.sync(parent);
            }
        } catch (AccessDeniedException e) {
            // One may be allowed to write in a directory and not to open it. The system syncs it within a minute.
        }
    }

    private static void requireOwnerOnly(Path directory) throws IOException {
        Set<PosixFilePermission> others = OwnerOnly.rightsOfOthers(directory);
        if (!others.isEmpty()) {
            throw unfit(
                    directory,
                    "is open to others than its owner (" + PosixFilePermissions.toString(others)
                            + "). Take that away with chmod 700, or name one that does not exist yet");
        }
    }

    private static XeroConfigurationException unfit(Path directory, String why) {
        return new XeroConfigurationException("The directory for tokens, " + directory + ", " + why);
    }
}
