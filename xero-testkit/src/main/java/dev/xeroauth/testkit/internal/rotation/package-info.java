/** How Xero's refresh tokens follow each other, as pure rules: no HTTP, no clock, no chance. */
@NullMarked
package dev.xeroauth.testkit.internal.rotation;

import org.jspecify.annotations.NullMarked;
