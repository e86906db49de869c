package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads the body of an answer from its first byte to its last. */
@FunctionalInterface
interface BodyReader<R> {

    R read(JsonParser parser) throws IOException;

    /** For a reader that wants to know whose body it is. */
    default R read(AnswerHead head, JsonParser parser) throws IOException {
        return read(parser);
    }

    /** The same reader, whose result has the head of the answer beside it. */
    static <R> BodyReader<Answer<R>> withHead(BodyReader<R> reader) {
        return new BodyReader<>() {
            @Override
            public Answer<R> read(JsonParser parser) {
                throw new UnsupportedOperationException("It is read with its head");
            }

            @Override
            public Answer<R> read(AnswerHead head, JsonParser parser) throws IOException {
                return new Answer<>(head, reader.read(head, parser));
            }
        };
    }
}
