package dev.xeroauth.accounting.internal.json;

/** What a field holds. */
enum Kind {
    TEXT,
    DECIMAL,
    INTEGER,
    BOOL,
    ID,
    DATE,
    INSTANT,
    OPEN,
    OBJECT,
    REFERENCE,
    LIST,
    TEXTS,
    COMPANION
}
