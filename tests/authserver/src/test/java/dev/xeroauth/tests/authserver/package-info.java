/** The library against Spring Authorization Server, which knows nothing of Xero. */
@NullMarked
package dev.xeroauth.tests.authserver;

import org.jspecify.annotations.NullMarked;
