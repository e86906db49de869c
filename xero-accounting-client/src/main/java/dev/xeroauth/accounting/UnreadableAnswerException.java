package dev.xeroauth.accounting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero's answer was cut off, or is not the JSON that it should be. Nothing of it was handed out. A read may be repeated; if
 * it stays so, report the message to Xero or to this library. The body is not in it.
 */
public final class UnreadableAnswerException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    private final transient long bytesRead;

    UnreadableAnswerException(AnswerHead head, String what, long bytesRead, @Nullable Throwable cause) {
        super(
                head,
                "the answer is unreadable: " + what + "; " + bytesRead + " bytes read of type " + head.contentType(),
                cause);
        this.bytesRead = bytesRead;
    }

    /**
     * The type that the answer claimed to have.
     *
     * @return such as {@code text/html}, without parameters; empty if it claimed none
     */
    public Optional<String> contentType() {
        return Optional.ofNullable(head().contentType());
    }

    /**
     * How far reading came.
     *
     * @return bytes of the body that were read, after decompression
     */
    public long bytesRead() {
        return bytesRead;
    }
}
