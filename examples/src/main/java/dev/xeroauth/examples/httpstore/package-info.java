/** A token store that instances of a service share over plain HTTP: what a store of one's own looks like. */
@NullMarked
package dev.xeroauth.examples.httpstore;

import org.jspecify.annotations.NullMarked;
