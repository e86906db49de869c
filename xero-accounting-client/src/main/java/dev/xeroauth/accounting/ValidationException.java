package dev.xeroauth.accounting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Xero refused what was sent, and says why for each element. Nothing of these elements was saved, unless {@link
 * #outcomeUnknown()}: an attempt before this one may have done it then, which can be the very reason of the refusal. Sent again
 * unchanged they are refused again.
 */
public final class ValidationException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    /** Null: this was serialised. */
    private final transient @Nullable List<ElementError> elements;

    ValidationException(AnswerHead head, ErrorBody body, List<ElementError> elements) {
        super(head, body, what(elements.size()), null, head.doubtful());
        this.elements = List.copyOf(elements);
    }

    /** For elements that were refused in an answer that says success. */
    static ValidationException of(AnswerHead head, List<ElementError> elements) {
        return new ValidationException(head, ErrorBody.NOTHING, elements);
    }

    /** The same, with the objects that were sent, in their order. */
    ValidationException about(List<?> sent) {
        List<ElementError> named =
                elements().stream().map(element -> element.about(sent)).toList();
        ValidationException exception = new ValidationException(head(), body(), named);
        exception.setStackTrace(getStackTrace());
        return exception;
    }

    private static String what(int count) {
        return switch (count) {
            case 0 -> "Xero refused what was sent; xeroMessage() says why";
            case 1 -> "Xero refused one element; elements() says why";
            default -> "Xero refused " + count + " elements; elements() says why";
        };
    }

    /**
     * What is wrong, element by element. The words are not part of {@link #getMessage()}, as they may repeat a customer's
     * data.
     *
     * @return those that Xero has messages about, in the order of the answer; empty if it only said something of the whole,
     *     {@link #xeroMessage()}
     */
    public List<ElementError> elements() {
        return elements == null ? List.of() : elements;
    }
}
