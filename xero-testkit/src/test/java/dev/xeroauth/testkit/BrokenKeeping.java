package dev.xeroauth.testkit;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stores that break a promise about all records: each constant's number says which. */
enum BrokenKeeping implements Broken {
    DUE_IN_THE_ORDER_OF_IDS(7) {
        @Override
        public OtherStore store() {
            return due((store, lane, now, after, limit) -> all(store, lane, now)
                    .filter(due -> after == null || due.id().compareTo(after.id()) > 0)
                    .sorted(Comparator.comparing(Due::id))
                    .limit(limit));
        }
    },
    CURSOR_SKIPS_THE_SAME_TIME(7) {
        @Override
        public OtherStore store() {
            return due((store, lane, now, after, limit) -> all(store, lane, now)
                    .filter(due -> after == null || due.dueAt().isAfter(after.dueAt()))
                    .limit(limit));
        }
    },
    CURSOR_HAS_TO_BE_THERE(7) {
        @Override
        public OtherStore store() {
            return due((store, lane, now, after, limit) -> after == null
                    ? all(store, lane, now).limit(limit)
                    : all(store, lane, now)
                            .dropWhile(due -> !due.equals(after))
                            .skip(1)
                            .limit(limit));
        }
    },
    PAGES_BY_NUMBER(7) {
        @Override
        public OtherStore store() {
            Map<Due, Long> offsets = new ConcurrentHashMap<>();
            return due((store, lane, now, after, limit) -> {
                long offset = after == null ? 0 : offsets.getOrDefault(after, 0L);
                List<Due> page = all(store, lane, now).skip(offset).limit(limit).toList();
                page.stream().reduce((a, b) -> b).ifPresent(last -> offsets.put(last, offset + page.size()));
                return page.stream();
            });
        }
    },
    BOTH_LANES(7) {
        @Override
        public OtherStore store() {
            return due((store, lane, now, after, limit) -> Stream.of(Lane.values())
                    .flatMap(each -> store.good.findDue(each, now, after, limit).stream())
                    .sorted()
                    .limit(limit));
        }
    },
    DUE_BEFORE_AND_NOT_AT(7) {
        @Override
        public OtherStore store() {
            return due((store, lane, now, after, limit) ->
                    store.good.findDue(lane, now.minusMillis(1), after, limit).stream());
        }
    },
    OLD_DUE_TIMES(7) {
        @Override
        public OtherStore store() {
            Map<GrantId, Due> firsts = new ConcurrentHashMap<>();
            return due((store, lane, now, after, limit) -> store.good.findDue(lane, now, after, limit).stream()
                    .map(due -> firsts.computeIfAbsent(due.id(), id -> due)));
        }
    },
    PAGES_TOO_LONG(8) {
        @Override
        public OtherStore store() {
            return listed((store, after, limit) -> store.good.list(after, limit + 1).stream());
        }
    },
    LIST_IN_THE_ORDER_OF_UTF16(8) {
        @Override
        public OtherStore store() {
            return listed((store, after, limit) -> store.good.list(null, Integer.MAX_VALUE).stream()
                    .sorted(Comparator.comparing(GrantId::value))
                    .filter(id -> after == null || id.value().compareTo(after.value()) > 0)
                    .limit(limit));
        }
    },
    LIST_FROM_THE_CURSOR_ON(8) {
        @Override
        public OtherStore store() {
            return listed((store, after, limit) -> store.good.list(null, Integer.MAX_VALUE).stream()
                    .dropWhile(id -> after != null && !id.equals(after))
                    .skip(after == null ? 0 : 1)
                    .limit(limit));
        }
    },
    DUE_LONG_AGO_IS_GONE(9) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public Optional<StoredGrant> find(GrantId id) {
                    return good.find(id)
                            .filter(it ->
                                    it.dueAt().isEmpty() || it.dueAt().get().isAfter(Samples.FIRST_DUE));
                }
            };
        }
    },
    ROOM_FOR_A_HUNDRED(9) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    boolean written = good.replace(next, expected);
                    if (good.list(null, 101).size() > 100) {
                        GrantId first = good.list(null, 1).get(0);
                        good.delete(first, revision(first));
                    }
                    return written;
                }
            };
        }
    },
    FAILURES_READ_AS_NOTHING(10) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public Optional<StoredGrant> find(GrantId id) {
                    return Thread.currentThread().isInterrupted() ? Optional.empty() : good.find(id);
                }
            };
        }
    },
    FAILURES_WRITE_FALSE(10) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    return !Thread.currentThread().isInterrupted() && good.replace(next, expected);
                }
            };
        }
    },
    FAILURES_LIST_NOTHING(10) {
        @Override
        public OtherStore store() {
            return listed((store, after, limit) ->
                    Thread.currentThread().isInterrupted() ? Stream.empty() : store.good.list(after, limit).stream());
        }
    };

    private interface FindsDue {
        Stream<Due> page(OtherStore store, Lane lane, Instant now, @Nullable Due after, int limit);
    }

    private interface Lists {
        Stream<GrantId> page(OtherStore store, @Nullable GrantId after, int limit);
    }

    private final int promise;

    BrokenKeeping(int promise) {
        this.promise = promise;
    }

    @Override
    public int promise() {
        return promise;
    }

    private static Stream<Due> all(OtherStore store, Lane lane, Instant now) {
        return store.good.findDue(lane, now, null, Integer.MAX_VALUE).stream();
    }

    private static OtherStore due(FindsDue finds) {
        return new OtherStore() {
            @Override
            public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
                return finds.page(this, lane, now, after, limit).toList();
            }
        };
    }

    private static OtherStore listed(Lists lists) {
        return new OtherStore() {
            @Override
            public List<GrantId> list(@Nullable GrantId after, int limit) {
                return lists.page(this, after, limit).toList();
            }
        };
    }
}
