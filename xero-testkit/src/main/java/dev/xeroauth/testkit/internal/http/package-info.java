/** The fake's answers, in Xero's exact wire format. */
@NullMarked
package dev.xeroauth.testkit.internal.http;

import org.jspecify.annotations.NullMarked;
