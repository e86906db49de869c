/** The identity service of the fake: consents, codes, tokens, connections. */
@NullMarked
package dev.xeroauth.testkit.internal.identity;

import org.jspecify.annotations.NullMarked;
