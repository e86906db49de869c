/** What the stores cost. */
@NullMarked
package dev.xeroauth.benchmarks.stores;

import org.jspecify.annotations.NullMarked;
