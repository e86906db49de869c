/** What a sync asks for next, and what its cursors hold: decided without a clock and without I/O. Not exported. */
@NullMarked
package dev.xeroauth.accounting.internal.sync;

import org.jspecify.annotations.NullMarked;
