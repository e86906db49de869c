package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chart of accounts, the same for every organisation of the fake. */
public final class Accounts {

    /** The bank account of everything that the fake makes up. */
    public static final String BANK = "090";

    private static final Set<String> CODES = Set.of(
            "200", "260", "270", "300", "310", "400", "404", "408", "412", "416", "420", "425", "429", "433", "437",
            "441", "445", "449", "453", "461", "469", "473", "477", "478", "485", "489", "493", "494", "497", "505",
            "610", "620", "630", "710", "720", "800", "820", "825", "850", "860", "880", "970");
    private static final List<ObjectNode> BANKS =
            List.of(bank(BANK, "Business Bank Account"), bank("091", "Business Savings Account"));

    private Accounts() {}

    /** A bank account by its id or its code, as documents name it. */
    static Optional<ObjectNode> bank(JsonNode sent) {
        return BANKS.stream()
                .filter(each -> same(each, sent, "AccountID") && same(each, sent, "Code"))
                .filter(each -> sent.hasNonNull("AccountID") || sent.hasNonNull("Code"))
                .findFirst();
    }

    /** The bank account with this id. */
    static ObjectNode bank(UUID id) {
        return bank(Trees.JSON.objectNode().put("AccountID", id.toString())).orElse(BANKS.get(0));
    }

    /** Whether lines may be booked to it. */
    static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    static @Nullable String codeOf(String id) {
        return CODES.stream()
                .filter(code -> id(code).toString().equalsIgnoreCase(id))
                .findFirst()
                .orElse(null);
    }

    /** The same for every organisation. */
    public static UUID id(String code) {
        return Made.id("account", code);
    }

    private static boolean same(JsonNode account, JsonNode sent, String field) {
        return !sent.hasNonNull(field)
                || sent.path(field)
                        .asText()
                        .equalsIgnoreCase(account.path(field).asText());
    }

    private static ObjectNode bank(String code, String name) {
        return Trees.JSON
                .objectNode()
                .put("AccountID", id(code).toString())
                .put("Code", code)
                .put("Name", name);
    }
}
