package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;

/** Makes parsers. One factory for all, because it remembers the field names that it has met. */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private Json() {}

    /**
     * Begins to read.
     *
     * @param in JSON in UTF-8, which the parser does not close
     * @return a parser before the first token
     * @throws IOException if the stream fails
     */
    public static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }
}
