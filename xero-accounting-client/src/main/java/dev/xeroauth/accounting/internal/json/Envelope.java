package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.xeroauth.accounting.model.Pagination;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Xero wraps a list in: {@code {"Id":…,"pagination":{…},"Invoices":[…]}}.
 *
 * @param <M> the model of the elements
 * @param elements as sent
 * @param pagination null where Xero sends none
 * @param dateTimeUtc when Xero made it, as sent; null where it does not say
 */
public record Envelope<M>(
        List<M> elements,
        @Nullable Pagination pagination,
        @Nullable String dateTimeUtc) {

    /**
     * Reads a whole answer, from its first byte to its last. An answer without the list is unreadable, not empty: taking
     * it as empty would end a walk too early.
     *
     * @param <M> the model of the elements
     * @param parser before the first token
     * @param listName the name of the list, such as {@code Invoices}
     * @param model the class of the elements
     * @return the list, with its pagination
     * @throws IOException if the answer ends early or is not such an object
     */
    public static <M> Envelope<M> read(JsonParser parser, String listName, Class<M> model) throws IOException {
        return read(new Input(parser), listName, model);
    }

    /**
     * The same of an answer for which Xero was asked to round prices, so that lines in it cannot be sent back.
     *
     * @param <M> the model of the elements
     * @param parser before the first token
     * @param listName the name of the list, such as {@code Invoices}
     * @param model the class of the elements
     * @return the list, with its pagination
     * @throws IOException if the answer ends early or is not such an object
     */
    public static <M> Envelope<M> readRounded(JsonParser parser, String listName, Class<M> model) throws IOException {
        return read(new Input(parser, true), listName, model);
    }

    private static <M> Envelope<M> read(Input in, String listName, Class<M> model) throws IOException {
        JsonParser parser = in.parser();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new UnreadableValueException(parser, "JSON object");
        }
        List<M> elements = null;
        Pagination pagination = null;
        String dateTimeUtc = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            boolean isNull = parser.nextToken() == JsonToken.VALUE_NULL;
            if (!isNull && name.equals(listName)) {
                elements = new Nested<>(model).readList(in);
            } else if (!isNull && name.equals("pagination")) {
                pagination = Shape.of(Pagination.class).read(in);
            } else if (name.equals("DateTimeUTC") && parser.currentToken() == JsonToken.VALUE_STRING) {
                dateTimeUtc = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        if (elements == null) {
            throw new UnreadableValueException("no list named " + listName + " in it");
        }
        if (parser.nextToken() != null) {
            throw new UnreadableValueException("more behind its end");
        }
        return new Envelope<>(elements, pagination, dateTimeUtc);
    }

    /**
     * When Xero made the answer, by its own clock. A list that nobody asks for its time is readable without.
     *
     * @return empty where Xero does not say, or not so that it can be understood
     */
    public Optional<Instant> servedAt() {
        return Optional.ofNullable(dateTimeUtc).flatMap(XeroDates::anyMoment);
    }

    /**
     * The one element of an answer about one object, which Xero sends as a list too.
     *
     * @return the element
     * @throws IOException if there is none, or more than one
     */
    public M only() throws IOException {
        return exactly(1).get(0);
    }

    /**
     * The elements of an answer about as many objects, one for each.
     *
     * @param count how many were asked about
     * @return the elements
     * @throws IOException if there are more or less
     */
    public List<M> exactly(int count) throws IOException {
        if (elements.size() != count) {
            throw new UnreadableValueException(elements.size() + " elements in it instead of " + count);
        }
        return elements;
    }
}
