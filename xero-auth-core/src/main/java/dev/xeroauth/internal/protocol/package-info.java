/**
 * What a refresh decides, as a pure function: no clock, no chance, no thread, no I/O. A flight is told what happened and when,
 * and says what is to be done next. {@code docs/refresh.md} explains the rules, whose numbers stand here in brackets.
 */
@NullMarked
package dev.xeroauth.internal.protocol;

import org.jspecify.annotations.NullMarked;
