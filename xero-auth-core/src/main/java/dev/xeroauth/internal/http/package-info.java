/** Conversations with Xero's identity service. */
@NullMarked
package dev.xeroauth.internal.http;

import org.jspecify.annotations.NullMarked;
