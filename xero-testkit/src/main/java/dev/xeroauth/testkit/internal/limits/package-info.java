/** The limits of the fake, counted on its clock. */
@NullMarked
package dev.xeroauth.testkit.internal.limits;

import org.jspecify.annotations.NullMarked;
