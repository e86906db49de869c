/** What a whole process costs, from its start to the last page of invoices. */
@NullMarked
package dev.xeroauth.benchmarks.process;

import org.jspecify.annotations.NullMarked;
