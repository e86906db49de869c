package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a model, or a list of models, inside another one. It looks the shape up at its first use, so that models may
 * refer to each other.
 */
final class ModelReader<M> implements ValueReader<M> {

    private final Class<M> model;
    private @Nullable Shape<M> shape; // set by whoever is first; a shape is immutable and always the same

    ModelReader(Class<M> model) {
        this.model = model;
    }

    @Override
    public M read(JsonParser parser) throws IOException {
        return shape().read(parser);
    }

    List<M> readList(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnreadableValueException(parser, "array");
        }
        Shape<M> known = shape();
        List<M> models = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                models.add(known.read(parser));
            }
        }
        return List.copyOf(models);
    }

    private Shape<M> shape() {
        Shape<M> known = shape;
        if (known == null) {
            known = Shape.of(model);
            shape = known;
        }
        return known;
    }
}
