package dev.xeroauth.accounting;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Xero refused the request as wrong (400): for a read mostly a {@code where} or {@code order} that it cannot follow. */
public final class BadRequestException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    BadRequestException(AnswerHead head, ErrorBody body) {
        super(head, body, "Xero refused the request" + body.kind() + "; xeroMessage() says why", null);
    }

    /**
     * Xero's number for the kind of error, such as 16 for a query that it cannot parse.
     *
     * @return {@code ErrorNumber}, if Xero sent one
     */
    public OptionalInt errorNumber() {
        @Nullable Integer number = body().errorNumber();
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /**
     * Xero's name for the kind of error.
     *
     * @return {@code Type}, such as {@code QueryParseException}, or {@code error}, if Xero sent one
     */
    public Optional<String> type() {
        return Optional.ofNullable(body().type());
    }
}
