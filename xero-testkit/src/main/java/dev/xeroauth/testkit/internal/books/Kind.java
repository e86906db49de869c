package dev.xeroauth.testkit.internal.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a field of a document holds. */
public enum Kind {
    /** Text, as it is typed. */
    TEXT(String.class),
    /** One word of a list. */
    WORD(String.class),
    /** An id. */
    ID(UUID.class),
    /** True or false. */
    FLAG(Boolean.class),
    /** A number. */
    NUMBER(BigDecimal.class),
    /** A calendar date. */
    DAY(Instant.class),
    /** A calendar date with its text beside it. */
    DAY_AND_TEXT(Instant.class),
    /** An instant. */
    STAMP(Instant.class),
    /** A contact; a document keeps its id alone. */
    CONTACT(null),
    /** A bank account. */
    ACCOUNT(null),
    /** Line items. */
    LINES(null),
    /** Anything else. */
    OTHER(null);

    private final @Nullable Class<?> type;

    Kind(@Nullable Class<?> type) {
        this.type = type;
    }

    /** What filters compare it with; none: they do not. */
    public @Nullable Class<?> type() {
        return type;
    }
}
