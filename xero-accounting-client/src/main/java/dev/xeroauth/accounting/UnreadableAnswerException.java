package dev.xeroauth.accounting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero's answer was cut off, or is not what it should be. Nothing of it was handed out. A read may be repeated; if it stays
 * so, report the message to Xero or to this library. The body is not in it. A write was most likely done, as the status says
 * success, unless it was not Xero that answered: repeated within 6 minutes under the same {@link #idempotencyKey()}, it
 * answers again and does nothing more.
 */
public final class UnreadableAnswerException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    /** How many were read before it could not be read on. */
    private final long bytesRead;

    UnreadableAnswerException(AnswerHead head, String what, long bytesRead, @Nullable Throwable cause) {
        super(
                head,
                ErrorBody.NOTHING,
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
