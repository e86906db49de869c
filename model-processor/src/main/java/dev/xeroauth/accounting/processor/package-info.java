/** Makes the models of Xero's accounting objects from tables, while they are compiled. */
@NullMarked
package dev.xeroauth.accounting.processor;

import org.jspecify.annotations.NullMarked;
