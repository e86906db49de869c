/** A small web application: connect to Xero, see what is overdue, disconnect. Made to be copied. */
@NullMarked
package dev.xeroauth.examples.web;

import org.jspecify.annotations.NullMarked;
