/** Servers for tests: embedded ones, or those that a system property names. */
@NullMarked
package dev.xeroauth.tests.servers;

import org.jspecify.annotations.NullMarked;
