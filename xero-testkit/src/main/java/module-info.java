/** What tests of applications and of token stores are built with. */
module dev.xeroauth.testkit {
    requires transitive dev.xeroauth;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires mockwebserver3;
    requires okhttp3;
    requires okio;
    requires static transitive org.jspecify;
    requires static org.assertj.core;
    requires static org.junit.jupiter.api;

    exports dev.xeroauth.testkit;

    opens dev.xeroauth.testkit.internal.identity to
            com.fasterxml.jackson.databind;
    opens dev.xeroauth.testkit.internal.rotation to
            com.fasterxml.jackson.databind;
}
