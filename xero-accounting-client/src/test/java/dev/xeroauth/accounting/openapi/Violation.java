package dev.xeroauth.accounting.openapi;

/** Where a value is not what a schema says: a JSON pointer, the keyword of the schema, and what the validator says. */
record Violation(String at, String keyword, String message) {

    @Override
    public String toString() {
        return at + ": " + message;
    }
}
