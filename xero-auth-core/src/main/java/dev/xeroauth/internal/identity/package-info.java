/** Who consented: ID tokens and the keys that they are signed with. Loaded only where {@code openid} was asked for. */
@NullMarked
package dev.xeroauth.internal.identity;

import org.jspecify.annotations.NullMarked;
