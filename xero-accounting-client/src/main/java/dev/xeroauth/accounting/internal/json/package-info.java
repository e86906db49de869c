/** How Xero's JSON becomes models: one table of fields per model, read in a stream. Not exported. */
@NullMarked
package dev.xeroauth.accounting.internal.json;

import org.jspecify.annotations.NullMarked;
