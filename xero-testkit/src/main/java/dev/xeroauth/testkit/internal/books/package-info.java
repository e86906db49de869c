/** The organisations of the fake and their invoices, made from a seed. */
@NullMarked
package dev.xeroauth.testkit.internal.books;

import org.jspecify.annotations.NullMarked;
