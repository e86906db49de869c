package dev.xeroauth.internal.file;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.util.Arrays;

/** The content of a grant's file, as {@code docs/stored-format.md} has it: a header and the sealed bytes. */
public final class GrantFile {

    /** As much as has to be read to know the header. */
    public static final int HEADER_BYTES = Header.MAX_BYTES;

    /** More than any file has that the library wrote. */
    public static final int TOO_MANY_BYTES = Header.MAX_BYTES + SealedRecord.MAX_BYTES + 1;

    private GrantFile() {}

    /** What to write. */
    public static byte[] encode(StoredGrant grant) {
        byte[] sealed = grant.sealed().bytes();
        byte[] header = Header.of(grant, sealed).encode();
        byte[] file = Arrays.copyOf(header, header.length + sealed.length);
        System.arraycopy(sealed, 0, file, header.length, sealed.length);
        return file;
    }

    /**
     * Reads the header.
     *
     * @param name of the file; a file under another grant's name is damage
     * @param file its content, or the first {@link #HEADER_BYTES} of it
     */
    public static Header header(String name, byte[] file) throws DamagedFileException {
        Header header = Header.decode(name, file);
        if (!FileNames.of(header.id()).equals(name)) {
            throw DamagedFileException.of(name, "it holds grant " + header.id() + ", so it was copied or renamed");
        }
        return header;
    }

    /** Reads all of it. */
    public static StoredGrant grant(GrantId id, byte[] file) throws DamagedFileException {
        String name = FileNames.of(id);
        Header header = header(name, file);
        byte[] sealed = Arrays.copyOfRange(file, header.encode().length, file.length);
        if (sealed.length == 0 || !Header.sealed(sealed).equals(header.sealed())) {
            throw DamagedFileException.of(name, "the sealed bytes are damaged or cut short");
        }
        return new StoredGrant(
                header.id(),
                header.revision(),
                header.status(),
                header.lane(),
                header.dueAt(),
                SealedRecord.of(sealed));
    }
}
