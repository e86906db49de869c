/** What tests of applications and of token stores are built with. */
@NullMarked
package dev.xeroauth.testkit;

import org.jspecify.annotations.NullMarked;
