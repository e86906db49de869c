package dev.xeroauth.examples.web;

import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroApp;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.XeroClientBuilder;
import dev.xeroauth.jdbc.JdbcTokenStore;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The one {@link XeroClient} of the application. */
@Configuration(proxyBeanMethods = false)
class XeroConfiguration {

    /** Tokens are kept in the application's own database. What happens to them becomes an event of Spring's. */
    @Bean(destroyMethod = "close")
    XeroClient xero(XeroClientBuilder settings, DataSource database, ApplicationEventPublisher events) {
        return settings.tokenStore(JdbcTokenStore.of(database).createTableIfMissing())
                .onEvent(events::publishEvent)
                .build();
    }

    /** App and keys come from the environment: XERO_CLIENT_ID, XERO_CLIENT_SECRET, XERO_SEALING_KEY. */
    @Bean
    @Profile("xero")
    XeroClientBuilder settings() {
        return XeroClient.builder().app(XeroApp.fromEnvironment()).encryption(KeyRing.fromEnvironment());
    }

    /** Whether an invoice is overdue depends on whose day it is. */
    @Bean
    Clock clock(@Value("${app.time-zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
