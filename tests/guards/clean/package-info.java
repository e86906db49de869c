/** A package that every checker accepts. */
@NullMarked
package dev.xeroauth.guard;

import org.jspecify.annotations.NullMarked;
