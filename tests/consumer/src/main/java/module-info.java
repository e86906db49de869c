/** An application. */
module consumer {
    requires com.h2database;
    requires dev.xeroauth.accounting;
    requires dev.xeroauth.jdbc;
    requires dev.xeroauth.redis;
    requires dev.xeroauth.testkit;
    requires java.naming;
    requires java.sql;
}
