package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values of models. Unknown fields are part of a request on every level: Xero replaces a line by the whole of
 * what is sent for it, so a writable field that is newer than this library would be lost if another line was changed. A
 * list that came empty is not: it says nothing of what Xero has, and Xero deletes what a list leaves out.
 */
final class Output {

    private static final String CONTACT = "Contact";

    private final JsonGenerator out;
    private final Writing how;

    Output(JsonGenerator out, Writing how) {
        this.out = out;
        this.how = how;
    }

    <M> void model(Shape<M> shape, M model) throws IOException {
        @Nullable Object[] values = shape.values(model);
        out.writeStartObject();
        for (Field<?> field : shape.table()) {
            Object value = values[field.index()];
            if (value != null && (how == Writing.WHOLE || isSent(field, value))) {
                field(field, values);
            }
        }
        for (var unknown : shape.unknown(values).entrySet()) {
            out.writeFieldName(unknown.getKey());
            out.writeRawValue(unknown.getValue());
        }
        out.writeEndObject();
    }

    private static boolean isSent(Field<?> field, Object value) {
        if (field.isWritten() && ReadList.isRounded(value)) {
            throw new IllegalArgumentException(
                    "The prices of these lines were rounded when they were read, and would be"
                            + " written so: read the document by its id, or set all its lines anew");
        }
        return field.isWritten() && !ReadList.isEmptyAsRead(value);
    }

    private void field(Field<?> field, @Nullable Object[] values) throws IOException {
        Object value = field.isCompanion() ? Companions.text(field, values) : values[field.index()];
        if (value != null) {
            out.writeFieldName(field.jsonName());
            value(field, value);
        }
    }

    private void value(Field<?> field, Object value) throws IOException {
        switch (field.kind()) {
            case DECIMAL -> out.writeNumber(plain((BigDecimal) value));
            case INTEGER -> out.writeNumber((Integer) value);
            case BOOL -> out.writeBoolean((Boolean) value);
            case OBJECT -> nested(field.nested(), value);
            case REFERENCE -> reference(field, field.nested(), value);
            case LIST -> list(field.nested(), (List<?>) value);
            case TEXTS -> texts((List<?>) value);
            case TEXT, ID, DATE, INSTANT, OPEN, COMPANION -> out.writeString(value.toString());
        }
    }

    private static String plain(BigDecimal value) {
        if (!Decimals.isWritable(value)) {
            throw new IllegalArgumentException("A decimal of more than 1,000 digits cannot be sent: round it");
        }
        return value.toPlainString();
    }

    @SuppressWarnings("unchecked") // the value came from this nested model's shape or from a builder that is typed
    private <M> void nested(Nested<M> nested, Object model) throws IOException {
        model(nested.shape(), (M) model);
    }

    @SuppressWarnings("unchecked") // as above
    private <M> void reference(Field<?> field, Nested<M> nested, Object model) throws IOException {
        Field<?> key = nested.shape().key();
        @Nullable Object[] values = nested.shape().values((M) model);
        if (isWhole(field) || key == null || values[key.index()] == null) {
            nested(nested, model);
            return;
        }
        out.writeStartObject();
        field(key, values);
        out.writeEndObject();
    }

    private boolean isWhole(Field<?> reference) {
        return switch (how) {
            case WHOLE -> true;
            case REQUEST -> false;
            case REQUEST_WITH_CONTACTS -> reference.name().equals(CONTACT);
        };
    }

    private void list(Nested<?> nested, List<?> models) throws IOException {
        out.writeStartArray();
        for (Object model : models) {
            nested(nested, model);
        }
        out.writeEndArray();
    }

    private void texts(List<?> texts) throws IOException {
        out.writeStartArray();
        for (Object text : texts) {
            out.writeString(text.toString());
        }
        out.writeEndArray();
    }
}
