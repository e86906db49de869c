/** Sealing at rest. */
@NullMarked
package dev.xeroauth.internal.seal;

import org.jspecify.annotations.NullMarked;
