package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.internal.json.Envelope;
import java.io.IOException;

/**
 * A kind of object that Xero serves.
 *
 * @param <M> its model
 * @param name its path, which is also the name of the list in an answer
 * @param model the class of its model
 */
record Resource<M>(String name, Class<M> model) {

    Envelope<M> readList(JsonParser parser) throws IOException {
        return Envelope.read(parser, name, model);
    }

    /** Of an answer for which Xero was asked to round prices. */
    Envelope<M> readRoundedList(JsonParser parser) throws IOException {
        return Envelope.readRounded(parser, name, model);
    }

    M readOne(JsonParser parser) throws IOException {
        return readList(parser).only();
    }
}
