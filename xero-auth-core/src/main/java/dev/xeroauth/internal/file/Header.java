package dev.xeroauth.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The lines at the start of a grant's file: what a store has to see in clear, and checksums.
 *
 * @param id the grant
 * @param revision see {@link StoredGrant}
 * @param status see {@link StoredGrant}
 * @param lane see {@link StoredGrant}
 * @param dueAt see {@link StoredGrant}
 * @param sealed how many sealed bytes follow, a space, and their checksum
 */
public record Header(
        GrantId id, Revision revision, GrantStatus status, Lane lane, Optional<Instant> dueAt, String sealed) {

    /** No header is longer: an id has 600 bytes at most. */
    static final int MAX_BYTES = 1024;

    private static final String VERSION = "xero-auth grant ";
    private static final String FIRST = VERSION + "1";
    private static final int LINES = 8;
    private static final String NEVER = "never";

    static Header of(StoredGrant grant, byte[] sealed) {
        return new Header(grant.id(), grant.revision(), grant.status(), grant.lane(), grant.dueAt(), sealed(sealed));
    }

    /** How these sealed bytes are written down in the header. */
    static String sealed(byte[] bytes) {
        return bytes.length + " " + checksum(bytes);
    }

    byte[] encode() {
        String lines = String.join(
                "\n",
                FIRST,
                "id " + id.value(),
                "revision " + revision.value(),
                "status " + status,
                "lane " + lane,
                "due " + dueAt.map(at -> Long.toString(at.toEpochMilli())).orElse(NEVER),
                "sealed " + sealed,
                "");
        return (lines + "header " + checksum(lines.getBytes(UTF_8)) + "\n").getBytes(UTF_8);
    }

    /**
     * Reads the header that a file starts with. Whatever is not exactly as it would be written now is damage.
     *
     * @param name of the file
     * @param file its content, or the first {@link #MAX_BYTES}
     */
    static Header decode(String name, byte[] file) throws DamagedFileException {
        byte[] start = Arrays.copyOf(file, length(file));
        String[] lines = new String(start, UTF_8).split("\n", -1);
        requireVersion(name, lines[0]);
        try {
            Header header = read(lines);
            if (Arrays.equals(header.encode(), start)) {
                return header;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(name);
        }
        throw damaged(name);
    }

    private static Header read(String[] lines) {
        String due = after("due ", lines[5]);
        return new Header(
                GrantId.of(after("id ", lines[1])),
                new Revision(after("revision ", lines[2])),
                GrantStatus.valueOf(after("status ", lines[3])),
                Lane.valueOf(after("lane ", lines[4])),
                due.equals(NEVER) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(due))),
                after("sealed ", lines[6]));
    }

    /** In bytes, with the end of its last line; as much as there is, if there are not so many lines. */
    private static int length(byte[] file) {
        int lines = 0;
        int length = 0;
        while (lines < LINES && length < Math.min(file.length, MAX_BYTES)) {
            if (file[length++] == '\n') {
                lines++;
            }
        }
        return length;
    }

    private static void requireVersion(String name, String line) throws DamagedFileException {
        if (line.matches(VERSION + "[0-9]{1,9}") && !line.equals(FIRST)) {
            throw DamagedFileException.ofFormat(name, line.substring(VERSION.length()));
        }
    }

    private static String after(String name, String line) {
        if (!line.startsWith(name)) {
            throw new IllegalArgumentException(name);
        }
        return line.substring(name.length());
    }

    private static DamagedFileException damaged(String name) {
        return DamagedFileException.of(name, "the lines at its start are damaged or cut short");
    }

    private static String checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
