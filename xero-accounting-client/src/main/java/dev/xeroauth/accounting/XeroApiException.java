package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero answered, and not with what was asked for. It holds what Xero's support wants to know. Its message shows nothing of
 * the answer's body, which may repeat a customer's data.
 *
 * <p>This class itself is thrown for a status that has no subclass.
 */
public class XeroApiException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient AnswerHead head;

    XeroApiException(AnswerHead head, String what, @Nullable Throwable cause) {
        super(head.say(what), cause);
        this.head = head;
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
     * @return its id
     */
    public TenantId tenantId() {
        return head.tenantId();
    }

    /**
     * What was asked.
     *
     * @return method and path without ids, such as {@code GET Invoices} or {@code GET Invoices/{id}}
     */
    public String operation() {
        return head.operation();
    }

    AnswerHead head() {
        return head;
    }
}
