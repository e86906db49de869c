package dev.xeroauth.architecture;

/**
 * What breaks a rule.
 *
 * @param type the class that does
 * @param does in words
 */
record Violation(String type, String does) {

    @Override
    public String toString() {
        return type + " " + does;
    }
}
