package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is kept. Nobody changes its tree.
 *
 * @param id Xero's id
 * @param updatedAt the last change
 * @param tree as the API writes it, with four places of unit amounts, and of the contact its id alone
 * @param madeBy the client id of the application that created it; none: a person did
 */
public record Document(
        UUID id,
        Instant updatedAt,
        ObjectNode tree,
        @Nullable String madeBy) {

    /** A text; empty: there is none. */
    public String text(String field) {
        return tree.path(field).asText("");
    }

    /** An amount; nothing, if there is none. */
    public BigDecimal amount(String field) {
        return Trees.decimal(tree, field);
    }

    /** Its line items. */
    public JsonNode lines() {
        return tree.path("LineItems");
    }

    /** Whose it is. */
    public UUID contactId() {
        return UUID.fromString(tree.path("Contact").path("ContactID").asText());
    }

    @Override
    public String toString() {
        return "Document[" + id + "]";
    }
}
