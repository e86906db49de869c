package dev.xeroauth.accounting;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Which exception an answer without success becomes. */
record Failures(AnswerHead head, Response response, InstantSource clock) {

    private static final int MAX_DIGITS = 9;

    /** The address is that of the accounting API, below which the resources are. */
    XeroApiException exception(ErrorBody body, HttpUrl accounting) {
        return switch (head.status()) {
            case 400 ->
                body.isValidation()
                        ? new ValidationException(head, body, body.elements())
                        : new BadRequestException(head, body);
            case 401, 403 -> lacksScope(body) ? scopeMissing(body, accounting) : refused(body);
            case 404 -> new NotFoundException(head, body);
            case 429 ->
                new RateLimitedException(head, body, RateLimit.of(response.header("X-Rate-Limit-Problem")), pause());
            default ->
                head.status() >= 500
                        ? new ServerErrorException(head, body)
                        : new XeroApiException(
                                head, body, "Xero answered with a status that is not expected here", null);
        };
    }

    private XeroApiException refused(ErrorBody body) {
        return head.status() == 401
                ? new UnauthorizedException(head, body)
                : new ForbiddenException(head, body, body.detailStartsWith("AuthenticationUnsuccessful"));
    }

    private XeroApiException scopeMissing(ErrorBody body, HttpUrl accounting) {
        return new InsufficientScopeException(head, body, NeededScopes.of(response.request(), accounting));
    }

    /** Xero spells it {@code insufficent_scope}, and right at times. */
    private boolean lacksScope(ErrorBody body) {
        return body.detailStartsWith("AuthorizationUnsuccessful")
                || body.isOfType("insufficient_scope")
                || response.headers("WWW-Authenticate").stream()
                        .map(header -> header.toLowerCase(Locale.ROOT))
                        .anyMatch(header -> header.contains("insuffic") && header.contains("_scope"));
    }

    private RateLimitedException.@Nullable Pause pause() {
        Duration length = seconds(response.header("Retry-After"));
        return length == null
                ? null
                : new RateLimitedException.Pause(length, clock.instant().plus(length));
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        boolean number =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }
}
