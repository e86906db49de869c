package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** What the log is told of a customer. */
class LossMailTest {

    private static final GrantId GRANT = GrantId.of("customer-1");
    private static final String EMAIL = "ada@orchard.example";
    private static final String NAME = "Ada Orchard";

    private final Logger log = (Logger) LoggerFactory.getLogger(LossMail.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.setLevel(Level.TRACE);
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(logged);
        log.setLevel(null);
    }

    @Test
    void loss_withoutAMailServer_logsTheGrantAndNothingOfTheCustomer() {
        mail(Map.of()).onLoss(new GrantDisconnected(GRANT, "invalid_grant"));

        assertThat(lines()).singleElement().asString().contains("customer-1", "would go out");
        assertThat(lines().toString()).doesNotContain(EMAIL, NAME);
    }

    @Test
    void loss_ofWhichTheMailServerRefusesTheAddress_logsTheGrantAndNothingOfTheCustomer() {
        mail(Map.of("mail", new Refusing())).onLoss(new GrantDisconnected(GRANT, "invalid_grant"));

        assertThat(lines()).singleElement().asString().contains("customer-1", "MailSendException");
        assertThat(lines().toString()).doesNotContain(EMAIL, NAME);
    }

    @Test
    void customer_asText_isWithoutNameAndAddress() {
        assertThat(new Customer(NAME, Optional.of(EMAIL)).toString()).doesNotContain("Ada", "orchard");
    }

    private List<String> lines() {
        return logged.list.stream()
                .map(event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .toList();
    }

    private static LossMail mail(Map<String, Object> beans) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("app.address", "https://invoices.example")));
        return new LossMail(
                new StaticListableBeanFactory(beans).getBeanProvider(MailSender.class),
                customers(),
                new PublicAddress(settings),
                "invoices@example.com");
    }

    private static Customers customers() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;INIT=runscript from 'classpath:schema.sql'");
        JdbcClient client = JdbcClient.create(database);
        client.sql("insert into customer (grant_id, name, email) values (?, ?, ?)")
                .params(GRANT.value(), NAME, EMAIL)
                .update();
        return new Customers(client);
    }

    /** As mail servers do. */
    private static final class Refusing implements MailSender {

        @Override
        public void send(SimpleMailMessage... messages) {
            throw new MailSendException("550 5.1.1 <" + EMAIL + ">: no such mailbox");
        }
    }
}
