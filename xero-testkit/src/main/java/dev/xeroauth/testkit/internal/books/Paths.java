package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.testkit.internal.filter.Names;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a resource and of the contact and account in it, for filters. */
public record Paths(Resource resource) implements Names {

    private static final Map<Kind, Set<String>> INNER = Map.of(
            Kind.CONTACT,
            Set.of(
                    "ContactID",
                    "Name",
                    "ContactNumber",
                    "AccountNumber",
                    "ContactStatus",
                    "EmailAddress",
                    "FirstName",
                    "LastName"),
            Kind.ACCOUNT,
            Set.of("AccountID", "Code", "Name"));

    @Override
    public @Nullable Class<?> typeOf(String path) {
        int dot = path.indexOf('.');
        Field field = resource.field(dot < 0 ? path : path.substring(0, dot)).orElse(null);
        if (field == null) {
            return null;
        }
        if (dot < 0) {
            return field.kind().type();
        }
        String inner = path.substring(dot + 1);
        return INNER.getOrDefault(field.kind(), Set.of()).contains(inner)
                ? kind(inner).type()
                : null;
    }

    /** The fields of one document. */
    public Names.Values of(Document document, Records records) {
        return path -> {
            int dot = path.indexOf('.');
            if (dot < 0) {
                Field field = resource.field(path).orElse(null);
                return field == null
                        ? null
                        : value(field.kind(), document.tree().path(path));
            }
            String inner = path.substring(dot + 1);
            JsonNode outer = path.startsWith("Contact.")
                    ? records.contacts().whole(document.contactId())
                    : document.tree().path(path.substring(0, dot));
            return value(kind(inner), outer.path(inner));
        };
    }

    private static Kind kind(String inner) {
        return inner.endsWith("ID") ? Kind.ID : Kind.TEXT;
    }

    private static @Nullable Object value(Kind kind, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        return switch (kind) {
            case ID -> Trees.id(node.asText()).orElse(null);
            case FLAG -> node.asBoolean();
            case NUMBER -> node.decimalValue();
            case DAY, DAY_AND_TEXT, STAMP -> Dates.read(node.asText()).orElse(null);
            case TEXT, WORD -> node.asText();
            case CONTACT, ACCOUNT, LINES, OTHER -> null;
        };
    }
}
