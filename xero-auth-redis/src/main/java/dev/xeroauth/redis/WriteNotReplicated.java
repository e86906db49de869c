package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.XeroEvent;

/**
 * Redis has carried out a write of {@link RedisTokenStore}, and fewer replicas than wanted have confirmed it in time. If the master
 * is lost before they have it, so is the write; the library then notices and gives it back as far as a process remembers it.
 *
 * @param grantId the grant
 * @param confirmed how many replicas have it for certain
 * @param wanted how many should
 */
public record WriteNotReplicated(GrantId grantId, int confirmed, int wanted) implements XeroEvent {}
