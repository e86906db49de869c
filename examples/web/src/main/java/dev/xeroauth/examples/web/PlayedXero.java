package dev.xeroauth.examples.web;

import dev.xeroauth.KeyRing;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.XeroClientBuilder;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.FakeXero;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** A Xero in this process, for a first look and for tests. An application of your own leaves this class out. */
@Configuration(proxyBeanMethods = false)
@Profile("!xero")
class PlayedXero {

    private static final int KEY_BYTES = 32;

    @Bean(destroyMethod = "close")
    FakeXero fakeXero(TimeSource time) {
        return FakeXero.builder()
                .time(time)
                .organisation("Orchard Lane Bakery", 120)
                .organisation("Harbour Cycles", 60)
                .start();
    }

    /** The key is made at every start, as the played Xero forgets its tokens too. */
    @Bean
    XeroClientBuilder settings(FakeXero fake, TimeSource time) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return XeroClient.builder()
                .app(fake.app())
                .endpoints(fake.endpoints())
                .encryption(KeyRing.of("this-run", key))
                .time(time);
    }

    @Bean
    TimeSource time() {
        return TimeSource.system();
    }
}
