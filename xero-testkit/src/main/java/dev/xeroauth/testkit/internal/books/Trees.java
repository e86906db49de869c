package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** JSON and the numbers in it. */
public final class Trees {

    /** Makes nodes. */
    public static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private Trees() {}

    /** What an application sent; none: it is no JSON. */
    public static Optional<JsonNode> read(String json) {
        try {
            return Optional.ofNullable(MAPPER.readTree(json)).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Said, and not null. */
    static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    static BigDecimal decimal(JsonNode node, String field) {
        return number(node.path(field)).orElse(NOTHING);
    }

    /** A number, quoted or not. */
    static Optional<BigDecimal> number(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.isTextual() && value.asText().length() < 40
                    ? Optional.of(new BigDecimal(value.asText().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Two places, or as many more as it needs, but not more than these. */
    static BigDecimal unit(BigDecimal amount, int most) {
        BigDecimal rounded = amount.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 2 ? rounded.setScale(2) : rounded;
    }

    /** The sum of a field over a list. */
    static BigDecimal sum(JsonNode list, String field) {
        BigDecimal sum = NOTHING;
        for (JsonNode each : list) {
            sum = sum.add(decimal(each, field));
        }
        return sum;
    }

    /** An id in either case; none: it is no id. */
    public static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text.toLowerCase(Locale.ROOT))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What Xero calls errors and warnings. */
    public static ArrayNode messages(List<String> texts) {
        ArrayNode list = JSON.arrayNode();
        texts.forEach(text -> list.addObject().put("Message", text));
        return list;
    }

    /** The fields in this order; others are left out. */
    static ObjectNode ordered(ObjectNode node, List<String> names) {
        ObjectNode ordered = JSON.objectNode();
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && !value.isNull()) {
                ordered.set(name, value);
            }
        }
        return ordered;
    }
}
