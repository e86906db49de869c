package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The state as a file of JSON, replaced as a whole. */
final class StateFile {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Path path;

    StateFile(Path path) {
        this.path = path;
    }

    IdentityState read() {
        try {
            return Files.exists(path) ? JSON.readValue(path.toFile(), IdentityState.class) : IdentityState.EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException("The state file " + path + " cannot be read; delete it to begin anew", e);
        }
    }

    void write(IdentityState state) {
        try {
            Path next = path.resolveSibling(path.getFileName() + ".next");
            JSON.writeValue(next.toFile(), state);
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The state file " + path + " cannot be written", e);
        }
    }
}
