package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From the first page to the last, each of which has to be in order and behind the one before. */
record Walk(TokenStore store, int limit) {

    List<Due> due(Lane lane, Instant now) {
        return all(after -> store.findDue(lane, now, after, limit));
    }

    List<GrantId> ids() {
        return all(after -> store.list(after, limit));
    }

    private <T extends Comparable<T>> List<T> all(Function<@Nullable T, List<T>> pages) {
        List<T> all = new ArrayList<>();
        @Nullable T cursor = null;
        while (true) {
            List<T> page = pages.apply(cursor);
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            if (page.isEmpty()) {
                return all;
            }
            for (T next : page) {
                if (cursor != null) {
                    assertThat(next).isGreaterThan(cursor);
                }
                cursor = next;
            }
            all.addAll(page);
        }
    }
}
