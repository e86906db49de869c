package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.model.ValidationError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        return error.message().filter(message -> !message.isBlank()).or(() -> description(error));
    }

    /** Xero's description does not know this field, and Xero sends it at times. */
    private static Optional<String> description(ValidationError error) {
        return error.unknownFields().entrySet().stream()
                .filter(field -> field.getKey().equalsIgnoreCase("Description"))
                .flatMap(field -> text(field.getValue()).stream())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static Optional<String> text(String json) {
        try (var parser = Json.parser(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            return Optional.ofNullable(parser.nextTextValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not from JSON that was read before
        }
    }
}
