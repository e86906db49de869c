/** The place of the token store on Redis. It exports nothing yet. */
module dev.xeroauth.redis {
    requires transitive dev.xeroauth;
    requires static org.jspecify;
}
