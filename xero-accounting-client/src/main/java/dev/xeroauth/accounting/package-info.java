/**
 * Typed access to Xero's accounting data, one tenant at a time.
 *
 * <p>Unless an annotation says otherwise, no parameter and no result in this package is null.
 */
@NullMarked
package dev.xeroauth.accounting;

import org.jspecify.annotations.NullMarked;
