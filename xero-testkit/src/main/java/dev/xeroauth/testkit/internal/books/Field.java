package dev.xeroauth.testkit.internal.books;

/**
 * A field of a document.
 *
 * @param name as Xero writes it
 * @param kind what it holds
 * @param written whether an application may send it; a field that it may not is ignored in what it sends
 */
public record Field(String name, Kind kind, boolean written) {

    static Field written(String name, Kind kind) {
        return new Field(name, kind, true);
    }

    static Field own(String name, Kind kind) {
        return new Field(name, kind, false);
    }
}
