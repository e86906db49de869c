package dev.xeroauth.tests.authserver;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The resources: a user's connections, and one address of an API, which an app without users may ask as well. */
@RestController
final class ConnectionsController {

    private final Tenants tenants;

    ConnectionsController(Tenants tenants) {
        this.tenants = tenants;
    }

    @GetMapping("/connections")
    List<Map<String, String>> connections(
            @AuthenticationPrincipal Jwt token,
            @RequestParam(name = "authEventId", defaultValue = "") String authEventId) {
        return tenants.of(user(token)).stream()
                .filter(entry ->
                        authEventId.isEmpty() || entry.authEventId().toString().equals(authEventId))
                .map(Tenants.Entry::json)
                .toList();
    }

    @DeleteMapping("/connections/{id}")
    ResponseEntity<Void> disconnect(@AuthenticationPrincipal Jwt token, @PathVariable("id") UUID id) {
        HttpStatus status = tenants.disconnect(user(token), id) ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status).build();
    }

    @GetMapping("/api.xro/2.0/Organisation")
    ResponseEntity<Map<String, String>> organisation(
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Xero-Tenant-Id", required = false) UUID tenantId) {
        if (!token.hasClaim(XeroClaims.USER)) {
            return ResponseEntity.ok(Map.of("app", token.getSubject()));
        }
        return tenants.of(user(token)).stream()
                .filter(entry -> entry.tenantId().equals(tenantId))
                .map(entry -> ResponseEntity.ok(entry.json()))
                .findFirst()
                .orElse(ResponseEntity.status(HttpStatus.FORBIDDEN).build());
    }

    private static UUID user(Jwt token) {
        return UUID.fromString(token.getClaimAsString(XeroClaims.USER));
    }
}
