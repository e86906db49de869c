package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisconnectTest {

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
    void disconnect_ofOneOrganisation_leavesTheOther() {
        HttpResponse<String> answer = visitor.press("/organisations/" + example.bakery() + "/disconnect");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(visitor.get("/").body()).contains("Harbour Cycles").doesNotContain("Orchard Lane Bakery");
        assertThat(visitor.get("/organisations/" + example.bakery()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void disconnect_ofEverything_forgetsTheCustomerToo() {
        assertThat(visitor.press("/disconnect").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/").body())
                .contains("Connect to Xero")
                .doesNotContain(
                        "Harbour Cycles", "Orchard Lane Bakery", example.user().givenName());
        visitor.connect();
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery");
    }

    @Test
    void disconnect_withoutTheTokenOfAForm_isRefused() {
        HttpResponse<String> answer = visitor.post("/disconnect", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.post("/organisations/" + example.bakery() + "/disconnect", "_csrf=guessed")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery", "Harbour Cycles");
    }
}
