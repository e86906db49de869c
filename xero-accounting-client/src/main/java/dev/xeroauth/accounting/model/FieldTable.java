package dev.xeroauth.accounting.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a model: the class of the same name in this package is made from it while compiling, with the Javadoc of the
 * declaration. One line a field, in the order in which Xero sends them, columns two spaces or more apart:
 *
 * <pre>
 * InvoiceID         id           key  Xero's id of the invoice
 * Contact           ref Contact  rw   whom it was sent to or came from
 * LineItems         LineItem[]   rw   its lines
 * Date              date         rw   the day of issue
 * DateString        companion Date
 * Total             decimal      r    the total with tax
 * Class as ofClass  AccountClass r    a name that Java does not allow for a method
 * </pre>
 *
 * <p>Kinds are {@code text}, {@code decimal}, {@code integer}, {@code bool}, {@code id}, {@code date}, {@code instant},
 * an enumeration, a model, a list of a model ({@code X[]}), and a model that a request names by its key alone ({@code ref
 * X}). Access is {@code r}, {@code rw} (an application may write it), or {@code key} (its id, written). A companion is a
 * text that repeats a date or instant above it. The last column is a phrase, which getter and setter are described with.
 * What several models have is joined in from {@link SharedFields}.
 */
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
@interface FieldTable {

    /** The lines. */
    String value();
}
