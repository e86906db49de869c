package dev.xeroauth.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** One of the three words that JSON has. */
public enum JsonWord implements JsonValue {
    /** Also stands for what is not there. */
    NULL,
    FALSE,
    TRUE;

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        if (this == NULL) {
            out.writeNull();
        } else {
            out.writeBoolean(this == TRUE);
        }
    }

    @Override
    public String toString() {
        return "JsonWord";
    }
}
