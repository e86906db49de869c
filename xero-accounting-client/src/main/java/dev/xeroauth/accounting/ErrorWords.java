package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.ValidationError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the errors of an element say. */
final class ErrorWords {

    /** What a refusal says in which Xero says nothing. */
    static final String NONE = "Xero refused it without saying why";

    private ErrorWords() {}

    /** Without those that say nothing. */
    static List<String> of(Stream<ValidationError> errors) {
        return errors.map(ErrorWords::of).flatMap(Optional::stream).toList();
    }

    static List<String> orOurs(List<String> words) {
        return words.isEmpty() ? List.of(NONE) : words;
    }

    private static Optional<String> of(ValidationError error) {
        return Stream.of(error.message(), error.description())
                .flatMap(Optional::stream)
                .filter(words -> !words.isBlank())
                .findFirst();
    }
}
