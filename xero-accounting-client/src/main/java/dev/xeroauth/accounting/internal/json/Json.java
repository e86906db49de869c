package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Begins to read and to write. One factory for all, because it remembers the field names that it has met. */
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

    /**
     * Writes a model.
     *
     * @param <M> the model
     * @param model any
     * @param how how much of it
     * @return JSON in UTF-8
     * @throws IllegalArgumentException if a decimal in it has more than 1,000 digits
     */
    @SuppressWarnings("unchecked") // a model's class is M
    public static <M> byte[] bytes(M model, Writing how) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = generator(bytes)) {
            Shape.of((Class<M>) model.getClass()).write(out, model, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // not from memory
        }
        return bytes.toByteArray();
    }

    /**
     * Writes a model.
     *
     * @param <M> the model
     * @param model any
     * @param how how much of it
     * @return JSON
     * @throws IllegalArgumentException if a decimal in it has more than 1,000 digits
     */
    public static <M> String text(M model, Writing how) {
        return new String(bytes(model, how), StandardCharsets.UTF_8);
    }

    /**
     * Reads a model.
     *
     * @param <M> the model
     * @param model its class
     * @param json one object
     * @return the model
     * @throws IllegalArgumentException if that is no JSON, or a value is not of its field's kind; the message names the
     *     place and no value
     */
    public static <M> M model(Class<M> model, String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            M read = Shape.of(model).read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableValueException("more behind its end");
            }
            return read;
        } catch (IOException e) {
            throw unreadable(model.getSimpleName(), e);
        }
    }

    /**
     * Checks a value that is to be sent as it is.
     *
     * @param json any JSON value
     * @return the same value without white space
     * @throws IllegalArgumentException if it is not one JSON value; the message does not show it
     */
    public static String value(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new UnreadableValueException("nothing in it");
            }
            String value = Unknown.read(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableValueException("more behind its end");
            }
            return value;
        } catch (IOException e) {
            throw unreadable("value", e);
        }
    }

    static JsonGenerator generator(OutputStream out) throws IOException {
        return FACTORY.createGenerator(out);
    }

    /** Without the cause of a parser, whose message would quote the text. */
    private static IllegalArgumentException unreadable(String what, IOException e) {
        String why = e instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? "no JSON at character " + parsing.getLocation().getCharOffset()
                : e instanceof UnreadableValueException unreadable ? unreadable.what() : "no JSON";
        return new IllegalArgumentException("This is no JSON of a " + what + ": " + why);
    }
}
