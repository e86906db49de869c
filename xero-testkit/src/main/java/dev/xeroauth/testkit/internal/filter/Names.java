package dev.xeroauth.testkit.internal.filter;

import org.jspecify.annotations.Nullable;

/** What filters are about. */
public interface Names {

    /** The type of a field, such as {@code Contact.Name}; none: there is no such field. */
    @Nullable
    Class<?> typeOf(String path);

    /** One document's fields. */
    interface Values {

        /** Of the field's type, or none. */
        @Nullable
        Object get(String path);
    }
}
