/** A token store in a relational database. */
module dev.xeroauth.jdbc {
    requires transitive dev.xeroauth;
    requires transitive java.sql;
    requires static org.jspecify;

    exports dev.xeroauth.jdbc;
}
