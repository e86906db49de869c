/** What the hot paths cost, beside other libraries. See README.md of this module. */
@NullMarked
package dev.xeroauth.benchmarks;

import org.jspecify.annotations.NullMarked;
