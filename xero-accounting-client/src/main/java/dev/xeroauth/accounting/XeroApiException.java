package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero answered, and not with what was asked for. It holds what Xero's support wants to know. Its message shows nothing of
 * the answer's body, which may repeat a customer's data. Nothing of the body is serialised either: an exception that was
 * says what its accessors say of an answer without a body.
 *
 * <p>This class itself is thrown for a status that has no subclass.
 */
public class XeroApiException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What was asked for, and the answer without its body. */
    private final AnswerHead head;
    /** Null: this was serialised. */
    private final transient @Nullable ErrorBody body;

    /** Whether Xero may have done it all the same. */
    private final boolean outcomeUnknown;

    XeroApiException(AnswerHead head, ErrorBody body, String what, @Nullable Throwable cause) {
        this(head, body, what, cause, head.leavesOutcomeOpen());
    }

    XeroApiException(AnswerHead head, ErrorBody body, String what, @Nullable Throwable cause, boolean outcomeUnknown) {
        super(head.say(outcomeUnknown ? what + "; Xero may have done it: " + Asked.ADVICE : what), cause);
        this.head = head;
        this.body = body;
        this.outcomeUnknown = outcomeUnknown;
    }

    /**
     * The status of the answer.
     *
     * @return the HTTP status code
     */
    public int status() {
        return head.status();
    }

    /**
     * What Xero's support asks for.
     *
     * @return the header {@code Xero-Correlation-Id}, if the answer had it
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(head.correlationId());
    }

    /**
     * The tenant that the request was about.
     *
     * @return its id; empty: the one organisation of a custom connection
     */
    public Optional<TenantId> tenantId() {
        return head.asked().tenantId();
    }

    /**
     * What was asked.
     *
     * @return method and path without ids, such as {@code GET Invoices} or {@code GET Invoices/{id}}
     */
    public String operation() {
        return head.asked().operation();
    }

    /**
     * Whether Xero may have done what was asked for: the answer says neither that it was done nor that it was refused, or it
     * was preceded by an attempt whose own answer was lost or said neither. OkHttp makes such attempts silently, so that every
     * exception of this family can have an unknown outcome, that of a refusal too.
     *
     * @return true for a write that may have been done: repeat it under the same key within 6 minutes, or look whether it was
     *     done; false for a write that certainly was not, and for reads
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /**
     * The key under which a write was sent. For {@link RequestOptions.Builder#idempotencyKey}, to repeat it safely.
     *
     * @return the header {@code Idempotency-Key} of the request; empty for a read
     */
    public Optional<String> idempotencyKey() {
        return head.asked().key();
    }

    /**
     * Xero's own words. They may repeat what was sent, names and amounts included, and are therefore not part of {@link
     * #getMessage()}: keep them out of logs where that matters.
     *
     * @return what the body of the answer says, if it says something readable
     */
    public Optional<String> xeroMessage() {
        return Optional.ofNullable(body().message());
    }

    ErrorBody body() {
        return body == null ? ErrorBody.NOTHING : body;
    }

    AnswerHead head() {
        return head;
    }
}
