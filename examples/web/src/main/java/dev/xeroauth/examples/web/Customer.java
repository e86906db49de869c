package dev.xeroauth.examples.web;

import java.util.Optional;

/**
 * Who has connected, as Xero says.
 *
 * @param name for the pages
 * @param email where to write when the connection is lost
 */
record Customer(String name, Optional<String> email) {

    /** Says nothing: sooner or later a record lands in a log. */
    @Override
    public String toString() {
        return "Customer";
    }
}
