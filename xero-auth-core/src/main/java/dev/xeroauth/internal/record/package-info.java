/** What is known of a grant, as it is sealed and stored. */
@NullMarked
package dev.xeroauth.internal.record;

import org.jspecify.annotations.NullMarked;
