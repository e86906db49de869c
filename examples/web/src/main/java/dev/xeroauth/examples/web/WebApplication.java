package dev.xeroauth.examples.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.scheduling.annotation.EnableAsync;

/**
 * Starts the application on http://localhost:8080, against a Xero that is played in this process. With {@code
 * XERO_CLIENT_ID}, {@code XERO_CLIENT_SECRET} and {@code XERO_SEALING_KEY} in the environment it talks to Xero itself.
 */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class) // Customers sign in elsewhere: see SignedIn.
@EnableAsync
public class WebApplication {

    /**
     * Starts it.
     *
     * @param args settings of Spring Boot, such as {@code --server.port=8081}
     */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(WebApplication.class);
        if (System.getenv("XERO_CLIENT_ID") != null) {
            application.setAdditionalProfiles("xero");
        }
        application.run(args);
    }
}
