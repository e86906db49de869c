package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model inside of another one, or a list of them. It looks the shape up at its first use, so that models may refer to
 * each other.
 */
final class Nested<M> {

    private static final String UNIT_AMOUNT = "UnitAmount";

    private final Class<M> model;
    private @Nullable Shape<M> shape; // set by whoever is first; a shape is immutable and always the same

    Nested(Class<M> model) {
        this.model = model;
    }

    Class<M> model() {
        return model;
    }

    List<M> readList(Input in) throws IOException {
        JsonParser parser = in.parser();
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException(parser, "array");
        }
        Shape<M> known = shape();
        int from = in.elements().size();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                in.elements().push(known.read(in));
            }
        }
        List<M> read = in.elements().takeFrom(from);
        return in.isRounded() && known.field(UNIT_AMOUNT) != null ? ReadList.rounded(read) : read;
    }

    Shape<M> shape() {
        Shape<M> known = shape;
        if (known == null) {
            known = Shape.of(model);
            shape = known;
        }
        return known;
    }
}
