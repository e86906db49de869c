package dev.xeroauth.examples.web;

import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;

/**
 * Writes to the customer whose grant is lost. The event comes once per loss, however many instances of the application run:
 * from the one that has found out. The log names the grant, and never the customer.
 */
@Component
class LossMail {

    private static final Logger LOG = LoggerFactory.getLogger(LossMail.class);

    private final ObjectProvider<MailSender> mail;
    private final Customers customers;
    private final PublicAddress address;
    private final String from;

    LossMail(
            ObjectProvider<MailSender> mail,
            Customers customers,
            PublicAddress address,
            @Value("${app.mail-from}") String from) {
        this.mail = mail;
        this.customers = customers;
        this.address = address;
        this.from = from;
    }

    /** Async, because a mail server may be slow and events come on a thread of the library. */
    @Async
    @EventListener
    public void onLoss(GrantDisconnected loss) {
        customers
                .find(loss.grantId())
                .flatMap(Customer::email)
                .ifPresentOrElse(
                        email -> send(email, loss.grantId()),
                        () -> LOG.warn("{} is lost, and has no mail address", loss.grantId()));
    }

    private void send(String email, GrantId grantId) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(email);
        message.setSubject("Please connect to Xero again");
        message.setText("Xero no longer lets us read your invoices.\n\nPlease connect again: " + address.home() + "\n");
        MailSender sender = mail.getIfAvailable();
        if (sender == null) {
            LOG.info("{} is lost. A mail would go out, if spring.mail.host were set", grantId);
        } else {
            send(sender, message, grantId);
        }
    }

    /** A mail server likes to repeat the address that it refuses, so what it says is not for the log. */
    private static void send(MailSender sender, SimpleMailMessage message, GrantId grantId) {
        try {
            sender.send(message);
        } catch (MailException e) {
            LOG.warn(
                    "{} is lost, and the mail was not sent: {}",
                    grantId,
                    e.getClass().getSimpleName());
        }
    }
}
