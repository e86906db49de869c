package dev.xeroauth.accounting;

import java.time.Duration;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Which exception an answer without success becomes. */
final class Failures {

    private static final int MAX_DIGITS = 9;

    private Failures() {}

    static XeroApiException of(AnswerHead head, Response response) {
        ErrorBody body = ErrorBody.read(response.body().byteStream());
        return switch (head.status()) {
            case 400 -> new BadRequestException(head, body);
            case 401 -> new UnauthorizedException(head, lacksScope(body, response));
            case 403 -> new ForbiddenException(head, body.detailStartsWith("AuthenticationUnsuccessful"));
            case 404 -> new NotFoundException(head);
            case 429 ->
                new RateLimitedException(
                        head,
                        RateLimit.of(response.header("X-Rate-Limit-Problem")),
                        seconds(response.header("Retry-After")));
            default ->
                head.status() >= 500
                        ? new ServerErrorException(head)
                        : new XeroApiException(head, "Xero answered with a status that is not expected here", null);
        };
    }

    /** Xero spells it {@code insufficent_scope}, and right at times. */
    private static boolean lacksScope(ErrorBody body, Response response) {
        return body.detailStartsWith("AuthorizationUnsuccessful")
                || response.headers("WWW-Authenticate").stream()
                        .map(header -> header.toLowerCase(Locale.ROOT))
                        .anyMatch(header -> header.contains("insuffic") && header.contains("_scope"));
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        boolean number =
                !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }
}
