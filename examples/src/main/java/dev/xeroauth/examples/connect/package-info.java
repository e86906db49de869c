/** A command that connects Xero organisations in the user's browser and looks after the grants. */
@NullMarked
package dev.xeroauth.examples.connect;

import org.jspecify.annotations.NullMarked;
