/** A token store on Redis and Valkey. */
module dev.xeroauth.redis {
    requires transitive dev.xeroauth;
    requires transitive redis.clients.jedis;
    requires static org.jspecify;

    exports dev.xeroauth.redis;
}
