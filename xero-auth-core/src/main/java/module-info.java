/** Tokens, consent and refresh: what stores and clients are built on. */
module dev.xeroauth {
    requires static transitive org.jspecify;

    exports dev.xeroauth;
    exports dev.xeroauth.spi;
}
