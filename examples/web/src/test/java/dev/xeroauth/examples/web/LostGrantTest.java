package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LostGrantTest {

    /** A younger one is not replaced. */
    private static final Duration PAST_A_NEW_TOKEN = Duration.ofMinutes(3);

    private RunningExample example;
    private Visitor visitor;

    @BeforeEach
    void start() {
        example = new RunningExample();
        visitor = new Visitor(example);
        visitor.connect();
    }

    @AfterEach
    void stop() {
        example.close();
    }

    @Test
    void grant_lost_isWrittenToTheCustomerOnceAndShownUntilTheNextConsent() throws Exception {
        example.advance(PAST_A_NEW_TOKEN);
        example.xero().revokeAll();
        HttpResponse<String> doubtful = overduePage();
        assertThat(doubtful.statusCode()).isEqualTo(503);
        assertThat(doubtful.body()).contains("Try again in");

        example.advance(Duration.ofMinutes(1));
        HttpResponse<String> lost = overduePage();
        assertThat(lost.statusCode()).isEqualTo(409);
        assertThat(lost.body()).contains("Reconnect needed", "Connect to Xero");
        assertThat(visitor.get("/").body()).contains("Reconnect needed");
        assertThat(example.mail().waitForIncomingEmail(10_000, 1)).isTrue();
        MimeMessage[] mails = example.mail().getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getAllRecipients())
                .extracting(Address::toString)
                .containsExactly(example.user().email());
        assertThat(mails[0].getSubject()).isEqualTo("Please connect to Xero again");
        assertThat(mails[0].getContent().toString()).contains(example.address().toString());

        visitor.connect();
        assertThat(overduePage().statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery").doesNotContain("Reconnect");
        assertThat(example.mail().getReceivedMessages()).hasSize(1);
    }

    private HttpResponse<String> overduePage() {
        return visitor.get("/organisations/" + example.bakery());
    }
}
