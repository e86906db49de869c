/** Typed access to Xero's accounting data. */
module dev.xeroauth.accounting {
    requires transitive dev.xeroauth;
    requires transitive okhttp3;
    requires com.fasterxml.jackson.core;
    requires okio;
    requires kotlin.stdlib;
    requires static transitive org.jspecify;

    exports dev.xeroauth.accounting;
    exports dev.xeroauth.accounting.model;
}
