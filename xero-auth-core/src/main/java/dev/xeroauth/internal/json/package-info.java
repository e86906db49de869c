/** JSON that is held whole: stored records, and the short answers of Xero's identity service. */
@NullMarked
package dev.xeroauth.internal.json;

import org.jspecify.annotations.NullMarked;
