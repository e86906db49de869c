/** What tests of applications and of token stores are built with. */
module dev.xeroauth.testkit {
    requires transitive dev.xeroauth;
    requires static transitive org.jspecify;
    requires static org.assertj.core;
    requires static transitive org.junit.jupiter.api;

    exports dev.xeroauth.testkit;
}
