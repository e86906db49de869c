/** The place of the token store on Redis. */
@NullMarked
package dev.xeroauth.redis;

import org.jspecify.annotations.NullMarked;
