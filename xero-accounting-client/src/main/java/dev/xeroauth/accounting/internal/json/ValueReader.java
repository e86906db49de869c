package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one value on whose first token the parser stands, and leaves the parser on its last one.
 *
 * @param <T> what the value becomes
 */
@FunctionalInterface
interface ValueReader<T> {

    /**
     * Reads; never called for a JSON null.
     *
     * @param parser stands on the value
     * @return the value, or null where Xero's way of writing means that there is none
     * @throws IOException if the value is not of this kind, or the answer ends in it
     */
    @Nullable
    T read(JsonParser parser) throws IOException;
}
