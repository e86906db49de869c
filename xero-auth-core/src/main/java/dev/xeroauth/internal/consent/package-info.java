/** From "Connect to Xero" to a code that can be exchanged. */
@NullMarked
package dev.xeroauth.internal.consent;

import org.jspecify.annotations.NullMarked;
