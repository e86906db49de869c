package dev.xeroauth.examples.web;

import dev.xeroauth.GrantId;
import dev.xeroauth.XeroUser;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The application's own table of customers, beside the library's table of tokens. */
@Repository
class Customers {

    private final JdbcClient database;

    Customers(JdbcClient database) {
        this.database = database;
    }

    void save(GrantId grantId, XeroUser user) {
        database.sql("merge into customer (grant_id, name, email) key (grant_id) values (?, ?, ?)")
                .params(
                        grantId.value(),
                        user.name().orElse("(no name)"),
                        user.email().orElse(null))
                .update();
    }

    void forget(GrantId grantId) {
        database.sql("delete from customer where grant_id = ?")
                .param(grantId.value())
                .update();
    }

    Optional<Customer> find(GrantId grantId) {
        return database.sql("select name, email from customer where grant_id = ?")
                .param(grantId.value())
                .query((row, number) ->
                        new Customer(row.getString("name"), Optional.ofNullable(row.getString("email"))))
                .optional();
    }
}
