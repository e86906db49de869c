/** Tokens, consent and refresh: what stores and clients are built on. */
module dev.xeroauth {
    requires com.fasterxml.jackson.core;
    requires com.nimbusds.jose.jwt;
    requires dev.failsafe.core;
    requires transitive okhttp3;
    requires okio;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.xeroauth;
    exports dev.xeroauth.spi;
}
