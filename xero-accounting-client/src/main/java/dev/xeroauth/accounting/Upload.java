package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * A file that is to be kept with a document. It is held in memory, so that it can be sent again. Its text form does not show
 * its name. Immutable.
 */
public final class Upload {

    /** Xero says 10 MB; that it means 1,048,576 bytes by each of them is not certain. */
    private static final int MOST_BYTES = 10_000_000;

    private static final MediaType ANYTHING = MediaType.get("application/octet-stream");

    private final String fileName;
    private final byte[] content;
    private final MediaType contentType;
    private final boolean includeOnline;

    private Upload(String fileName, byte[] content, MediaType contentType, boolean includeOnline) {
        this.fileName = fileName;
        this.content = content;
        this.contentType = contentType;
        this.includeOnline = includeOnline;
    }

    /**
     * A file from memory. Its type is guessed from its name.
     *
     * @param fileName 1 to 255 characters, none of them one of {@code < > : " / \ | ? *} or a control character
     * @param content 1 to 10,000,000 bytes; copied
     * @return the file
     * @throws IllegalArgumentException if Xero would refuse the name or the size
     */
    public static Upload of(String fileName, byte[] content) {
        return whole(fileName, content.clone());
    }

    /**
     * A file from a stream. Its type is guessed from its name.
     *
     * @param fileName as in {@link #of(String, byte[])}
     * @param content is read to its end, or to 10,000,001 bytes, and not closed
     * @return the file
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if Xero would refuse the name or the size
     */
    public static Upload of(String fileName, InputStream content) throws IOException {
        AttachmentName.checked(fileName);
        return whole(fileName, content.readNBytes(MOST_BYTES + 1));
    }

    /**
     * A file from the file system, under its own name. Its type is guessed from its name.
     *
     * @param file is read at once
     * @return the file
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if Xero would refuse the name or the size
     */
    public static Upload of(Path file) throws IOException {
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("The path has no file name");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return of(name.toString(), content);
        }
    }

    private static Upload whole(String fileName, byte[] content) {
        AttachmentName.checked(fileName);
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw new IllegalArgumentException("A file has 1 to 10,000,000 bytes at Xero; this one "
                    + (content.length == 0 ? "is empty" : "is larger"));
        }
        return new Upload(fileName, content, guessed(fileName), false);
    }

    private static MediaType guessed(String fileName) {
        String guess = URLConnection.guessContentTypeFromName(fileName);
        MediaType type = guess == null ? null : MediaType.parse(guess);
        return type == null ? ANYTHING : type;
    }

    /**
     * The same file with a type.
     *
     * @param contentType such as {@code application/pdf}
     * @return the file
     * @throws IllegalArgumentException if it is no media type
     */
    public Upload contentType(String contentType) {
        MediaType type = MediaType.parse(contentType);
        boolean ascii = contentType.chars().allMatch(c -> c >= ' ' && c <= '~');
        if (type == null || !ascii) {
            throw new IllegalArgumentException("A content type looks like application/pdf");
        }
        return new Upload(fileName, content, type, includeOnline);
    }

    /**
     * The same file, shown to the customer with the online invoice. For sales invoices, and not where a file is replaced.
     *
     * @return the file
     */
    public Upload includeOnline() {
        return new Upload(fileName, content, contentType, true);
    }

    String fileName() {
        return fileName;
    }

    boolean isOnline() {
        return includeOnline;
    }

    RequestBody body() {
        return RequestBody.create(content, contentType);
    }

    /**
     * For logs.
     *
     * @return the type and the size
     */
    @Override
    public String toString() {
        return "Upload[" + contentType + ", " + content.length + " bytes]";
    }
}
