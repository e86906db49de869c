package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of a field, on whose first token the parser stands; afterwards it stands on its last one. */
final class Values {

    private Values() {}

    /** One switch and not a method of each kind: the compiler sees through it. */
    static void read(Field<?> field, @Nullable Object[] values, Input in) throws IOException {
        JsonParser parser = in.parser();
        int index = field.index();
        switch (field.kind()) {
            case TEXT -> values[index] = in.texts().read(parser);
            case DECIMAL -> values[index] = in.decimals().read(parser);
            case INTEGER -> values[index] = Scalars.integer(parser);
            case BOOL -> values[index] = Scalars.bool(parser);
            case ID -> values[index] = Uuids.read(parser);
            case DATE -> Companions.put(field, values, XeroDates.date(in));
            case INSTANT -> Companions.put(field, values, XeroDates.instant(in));
            case OPEN -> values[index] = open(field, in);
            case OBJECT, REFERENCE -> values[index] = field.nested().shape().read(in);
            case LIST -> values[index] = field.nested().readList(in);
            case TEXTS -> values[index] = texts(in);
            case COMPANION -> Companions.read(field, values, in);
        }
    }

    private static @Nullable Object open(Field<?> field, Input in) throws IOException {
        String text = in.texts().read(in.parser());
        return text.isEmpty() ? null : field.constants().apply(text);
    }

    private static List<String> texts(Input in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException(parser, "array");
        }
        int from = in.elements().size();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                in.elements().push(in.texts().read(parser));
            }
        }
        return in.elements().takeFrom(from);
    }
}
