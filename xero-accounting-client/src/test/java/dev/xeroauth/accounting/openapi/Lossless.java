package dev.xeroauth.accounting.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether JSON that was read and written again says the same. Null is the same as absent, a number or boolean in quotes
 * the same as without, numbers go by value, and a moment is the same in every form that Xero gives or takes.
 */
public final class Lossless {

    private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)(?:[+-]\\d{4})?\\)/");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Lossless() {}

    /** Each difference with its JSON pointer, what was lost and what was gained alike; empty if there is none. */
    public static List<String> lost(JsonNode before, JsonNode after) {
        List<String> differences = new ArrayList<>();
        compare("", before, after, differences);
        return differences;
    }

    private static void compare(String at, JsonNode before, JsonNode after, List<String> differences) {
        if (isAbsent(before) || isAbsent(after)) {
            if (!isAbsent(before)) {
                differences.add(at + ": lost");
            } else if (!isAbsent(after)) {
                differences.add(at + ": gained");
            }
        } else if (before.isObject() && after.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(at + "/" + name, before.path(name), after.path(name), differences));
        } else if (before.isArray() && after.isArray()) {
            compareElements(at, before, after, differences);
        } else if (!same(before, after)) {
            differences.add(at + ": changed from " + before + " to " + after);
        }
    }

    private static void compareElements(String at, JsonNode before, JsonNode after, List<String> differences) {
        if (before.size() != after.size()) {
            differences.add(at + ": changed from " + before.size() + " elements to " + after.size());
            return;
        }
        for (int i = 0; i < before.size(); i++) {
            compare(at + "/" + i, before.path(i), after.path(i), differences);
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static boolean same(JsonNode before, JsonNode after) {
        if (before.isContainerNode() || after.isContainerNode()) {
            return false;
        }
        if (before.isNumber() || after.isNumber()) {
            Optional<BigDecimal> number = number(before);
            return number.isPresent()
                    && number(after)
                            .filter(other -> other.compareTo(number.get()) == 0)
                            .isPresent();
        }
        String one = before.asText();
        String other = after.asText();
        Optional<Instant> moment = moment(one);
        return one.equals(other)
                || (moment.isPresent() && moment.equals(moment(other)))
                || (ID.matcher(one).matches() && one.equalsIgnoreCase(other));
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        try {
            return Optional.of(node.isNumber() ? node.decimalValue() : new BigDecimal(node.asText()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String text) {
        Matcher millis = MILLIS.matcher(text);
        try {
            if (millis.matches()) {
                return Optional.of(Instant.ofEpochMilli(Long.parseLong(millis.group(1))));
            }
            if (!text.contains("T")) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime withOffset
                            ? withOffset.toInstant()
                            : LocalDateTime.from(read).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
