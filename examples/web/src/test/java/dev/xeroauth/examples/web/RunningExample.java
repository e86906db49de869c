package dev.xeroauth.examples.web;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.xeroauth.TenantId;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.FakeUser;
import dev.xeroauth.testkit.FakeXero;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application on a port of its own, with a played Xero, a mail server, and clocks that a test moves. */
final class RunningExample implements AutoCloseable {

    private final MovedTime time = new MovedTime();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ConfigurableApplicationContext application;

    RunningExample() {
        mail.start();
        application = new SpringApplicationBuilder(WebApplication.class)
                .initializers((GenericApplicationContext context) -> {
                    replace(context, TimeSource.class, () -> time);
                    replace(context, Clock.class, time::clock);
                })
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.getSmtp().getPort(),
                        "--logging.level.root=warn");
    }

    private static <T> void replace(GenericApplicationContext context, Class<T> type, Supplier<T> bean) {
        context.registerBean("moved " + type, type, bean, definition -> definition.setPrimary(true));
    }

    URI address() {
        return application.getBean(PublicAddress.class).home();
    }

    FakeXero xero() {
        return application.getBean(FakeXero.class);
    }

    FakeUser user() {
        return xero().users().get(0);
    }

    GreenMail mail() {
        return mail;
    }

    TenantId bakery() {
        return xero().organisations().get(0).tenantId();
    }

    void advance(Duration by) {
        time.advance(by);
    }

    Clock clock() {
        return time.clock();
    }

    @Override
    public void close() {
        application.close();
        mail.stop();
    }
}
