package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Reads the body of an answer from its first byte to its last. */
@FunctionalInterface
interface BodyReader<R> {

    R read(JsonParser parser) throws IOException;
}
