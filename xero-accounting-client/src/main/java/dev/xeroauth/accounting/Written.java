package dev.xeroauth.accounting;

import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.accounting.model.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What writing needs to know of a kind of document: where its model has what all of them have.
 *
 * @param <M> its model
 * @param status what Xero says of an element: OK, WARNING or ERROR
 * @param errors with those of the document's parts
 */
record Written<M>(
        Resource<M> resource,
        Function<M, Optional<UUID>> id,
        Function<M, Optional<String>> status,
        Function<M, Stream<ValidationError>> errors,
        Function<M, List<ValidationError>> warnings) {

    private static final String REFUSED = "ERROR";

    BatchItem<M> answered(BatchItem.Sent<M> sent, M answer) {
        List<String> warned = ErrorWords.of(warnings.apply(answer).stream());
        if (!isRefused(answer)) {
            return BatchItem.answered(sent, Outcome.DONE, answer, new BatchItem.Messages(List.of(), warned));
        }
        List<String> why = ErrorWords.orOurs(ErrorWords.of(errors.apply(answer)));
        return BatchItem.answered(sent, Outcome.REJECTED, answer, new BatchItem.Messages(why, warned));
    }

    /** Xero does not always say both. */
    private boolean isRefused(M answer) {
        return status.apply(answer).filter(REFUSED::equalsIgnoreCase).isPresent()
                || errors.apply(answer).findAny().isPresent();
    }

    /** What Xero has against the parts that every document has. */
    static Stream<ValidationError> errorsOfParts(Optional<Contact> contact, List<LineItem> lines) {
        return Stream.concat(
                contact.stream().flatMap(whose -> whose.validationErrors().stream()),
                lines.stream().flatMap(line -> line.validationErrors().stream()));
    }
}
