/**
 * Xero's accounting objects: immutable, thread-safe, with Xero's own names.
 *
 * <p>One rule for all of them: what is single is an {@link java.util.Optional}, empty where Xero sent nothing; what is a
 * list is never null, and empty where Xero sent none. Money is {@link java.math.BigDecimal} exactly as sent, calendar
 * dates are {@link java.time.LocalDate}, moments are {@link java.time.Instant}. Enumerations are open: a value that this
 * version does not know is kept as it is.
 *
 * <p>Two objects are equal if all their fields are; amounts count as equal only with the same number of decimals, and a
 * list that Xero left out differs from an empty one. The text form shows ids and enumerated values alone, so a model may
 * be logged.
 *
 * <p>Builders have setters for what an application may write. {@code toBuilder()} keeps the rest.
 *
 * <p>Unless an annotation says otherwise, no parameter and no result in this package is null.
 */
@NullMarked
package dev.xeroauth.accounting.model;

import org.jspecify.annotations.NullMarked;
