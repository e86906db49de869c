package dev.xeroauth.internal.file;

import java.io.IOException;

/** A grant's file does not hold what was written, or not what its name says. It stays as it is. */
public final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private DamagedFileException(String message) {
        super(message);
    }

    static DamagedFileException of(String name, String why) {
        return new DamagedFileException("File " + name + " is not what was written, and stays as it is: " + why
                + ". Put a copy in its place, or move it away, and the customer consents again");
    }

    static DamagedFileException ofFormat(String name, String format) {
        return new DamagedFileException("File " + name + " is of format " + format
                + ", and this version of the library reads format 1. Update the library");
    }
}
