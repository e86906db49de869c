package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads models from text, as the client does from a socket. Single quotes stand for double ones. */
public final class Reading {

    private Reading() {}

    /** One model. */
    public static <M> M read(Class<M> model, String json) throws IOException {
        try (JsonParser parser = parser(json)) {
            parser.nextToken();
            return Shape.of(model).read(parser);
        }
    }

    /** A parser in front of the first token. */
    public static JsonParser parser(String json) throws IOException {
        return Json.parser(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
