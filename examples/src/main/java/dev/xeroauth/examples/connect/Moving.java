package dev.xeroauth.examples.connect;

import dev.xeroauth.GrantId;
import dev.xeroauth.InsecureTokenExport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes tokens out in clear, and takes them in. */
final class Moving {

    private final Host host;
    private final Session session;

    Moving(Host host, Session session) {
        this.host = host;
        this.session = session;
    }

    int export(GrantId grant, @Nullable Path file) throws IOException {
        host.err()
                .println(
                        "Warning: these tokens open the user's organisations to whoever has them. Whoever refreshes them elsewhere"
                                + " cuts this store off after 30 minutes.");
        String json = TokenJson.written(InsecureTokenExport.export(session.auth(), grant));
        if (file == null) {
            host.out().println(json);
        } else {
            write(file, json);
            host.out().println("Written to " + file + ".");
        }
        return ExitCode.DONE;
    }

    /** For its owner alone from the first moment, and never over something else. */
    private static void write(Path file, String json) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, fresh, ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap((json + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ToldException(file + " is there already. Name another file, or remove it.", e);
        } catch (NoSuchFileException e) {
            throw new ToldException("There is no directory for " + file + ".", e);
        }
    }

    int take(GrantId grant, Path file) throws IOException {
        try {
            session.auth().importTokens(grant, TokenJson.read(Files.readString(file)));
        } catch (NoSuchFileException e) {
            throw new ToldException("There is no file " + file + ".", e);
        }
        host.out()
                .println("The tokens are in '" + grant + "' now. Remove " + file + ", and refresh them nowhere else.");
        return new Standing(host, session).one(grant);
    }
}
