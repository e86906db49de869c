/** What it costs to read a page of invoices. */
@NullMarked
package dev.xeroauth.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
