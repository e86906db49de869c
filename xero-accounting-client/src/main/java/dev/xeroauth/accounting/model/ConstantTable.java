package dev.xeroauth.accounting.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an open enumeration: the class of the same name in this package is made from it while compiling, with the
 * Javadoc of the declaration. One line a constant, with two spaces or more before the sentence about it:
 *
 * <pre>
 * ACCREC  A sale: money to be received.
 * ACCPAY  A bill: money to be paid.
 * </pre>
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface ConstantTable {

    /** The lines. */
    String value();
}
