package dev.xeroauth.examples.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Security as it comes: a POST needs the CSRF token that Thymeleaf puts into each form, and no page is kept by a
 * cache. An application of your own puts its login here, in place of {@code permitAll}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String NOTHING_FOREIGN = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NOTHING_FOREIGN)))
                .build();
    }
}
