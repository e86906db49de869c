/** Keeps grants on Redis or Valkey: one server, a master that sentinels watch, or a cluster. */
@NullMarked
package dev.xeroauth.redis;

import org.jspecify.annotations.NullMarked;
