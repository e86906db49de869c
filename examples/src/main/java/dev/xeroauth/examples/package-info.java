/** A report that connects to Xero, keeps its tokens in a file and reads invoices. */
@NullMarked
package dev.xeroauth.examples;

import org.jspecify.annotations.NullMarked;
