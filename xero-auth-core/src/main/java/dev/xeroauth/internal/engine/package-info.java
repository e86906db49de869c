/** Tokens in memory: who gets which, who refreshes, and what happens when that fails. */
@NullMarked
package dev.xeroauth.internal.engine;

import org.jspecify.annotations.NullMarked;
