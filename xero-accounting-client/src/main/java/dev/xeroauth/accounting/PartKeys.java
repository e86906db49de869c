package dev.xeroauth.accounting;

/** The idempotency keys of a batch's requests: the caller's, with a number from the second request on, or new ones. */
final class PartKeys {

    private final ApiCalls calls;
    private int part;

    /** @throws IllegalArgumentException if the caller's key leaves no room for the number */
    PartKeys(ApiCalls calls, int objects) {
        this.calls = calls;
        int longest = Settable.LONGEST_KEY - suffix(objects).length();
        if (objects > 1 && calls.options().idempotencyKey().map(String::length).orElse(0) > longest) {
            throw new IllegalArgumentException(
                    "A batch needs room for a number behind its idempotency key: give one of at most " + longest
                            + " characters");
        }
    }

    /** The calls with the next key in their options. */
    ApiCalls next() {
        part++;
        String base = calls.newIdempotencyKey();
        boolean given = calls.options().idempotencyKey().isPresent();
        String key = given && part > 1 ? base + suffix(part) : base;
        return calls.with(RequestOptions.builder().idempotencyKey(key).build());
    }

    private static String suffix(int number) {
        return "-" + number;
    }
}
