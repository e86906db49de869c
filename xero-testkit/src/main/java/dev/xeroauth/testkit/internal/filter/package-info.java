/** The filters and orders of lists, as the accounting API reads them. */
@NullMarked
package dev.xeroauth.testkit.internal.filter;

import org.jspecify.annotations.NullMarked;
