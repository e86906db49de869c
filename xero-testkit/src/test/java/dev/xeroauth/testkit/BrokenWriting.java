package dev.xeroauth.testkit;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/** Stores that break a promise about single records: each constant's number says which. */
enum BrokenWriting implements Broken {
    STALE_READS(1) {
        @Override
        public OtherStore store() {
            Map<GrantId, StoredGrant> cache = new ConcurrentHashMap<>();
            return new OtherStore() {
                @Override
                public Optional<StoredGrant> find(GrantId id) {
                    good.find(id).ifPresent(found -> cache.putIfAbsent(id, found));
                    return Optional.ofNullable(cache.get(id));
                }
            };
        }
    },
    LOOKS_AND_THEN_WRITES(2) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    boolean same = revision(next.id()).equals(expected);
                    LockSupport.parkNanos(2_000_000);
                    while (same && !overwrite(next)) {
                        Thread.onSpinWait();
                    }
                    return same;
                }
            };
        }
    },
    DELETE_LOOKS_AND_THEN_REMOVES(2) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean delete(GrantId id, Revision expected) {
                    boolean same = revision(id).equals(expected);
                    LockSupport.parkNanos(2_000_000);
                    while (same
                            && !good.delete(id, revision(id))
                            && good.find(id).isPresent()) {
                        Thread.onSpinWait();
                    }
                    return same;
                }
            };
        }
    },
    FALSE_AFTER_WRITING(3) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    boolean same = good.replace(next, expected);
                    if (!same && good.find(next.id()).isPresent()) {
                        overwrite(next);
                    }
                    return same;
                }
            };
        }
    },
    FALSE_AND_GONE(3) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean delete(GrantId id, Revision expected) {
                    boolean same = revision(id).equals(expected);
                    good.delete(id, revision(id));
                    return same && !expected.equals(Revision.NONE);
                }
            };
        }
    },
    CUT_BYTES(4) {
        @Override
        public OtherStore store() {
            return keeping(it -> with(
                    it, Arrays.copyOf(it.sealed().bytes(), Math.min(it.sealed().size(), 65_535))));
        }
    },
    TRAILING_ZEROS_LOST(4) {
        @Override
        public OtherStore store() {
            return keeping(it -> {
                byte[] bytes = it.sealed().bytes();
                int end = bytes.length;
                while (end > 1 && bytes[end - 1] == 0) {
                    end--;
                }
                return with(it, Arrays.copyOf(bytes, end));
            });
        }
    },
    DUE_IN_SECONDS(4) {
        @Override
        public OtherStore store() {
            return keeping(it -> new StoredGrant(
                    it.id(),
                    it.revision(),
                    it.status(),
                    it.lane(),
                    it.dueAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
                    it.sealed()));
        }
    },
    IDS_WITHOUT_CASE(4) {
        @Override
        public OtherStore store() {
            return keyed(id -> id.toLowerCase(Locale.ROOT));
        }
    },
    IDS_NORMALISED(4) {
        @Override
        public OtherStore store() {
            return keyed(id -> Normalizer.normalize(id, Normalizer.Form.NFC));
        }
    },
    IDS_CUT(4) {
        @Override
        public OtherStore store() {
            return keyed(id -> id.substring(0, Math.min(id.length(), 199)));
        }
    },
    CREATES_OVER(5) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    return expected.equals(Revision.NONE) ? overwrite(next) : good.replace(next, expected);
                }
            };
        }
    },
    NEVER_CREATES_AGAIN(5) {
        @Override
        public OtherStore store() {
            Map<GrantId, Boolean> deleted = new ConcurrentHashMap<>();
            return new OtherStore() {
                @Override
                public boolean replace(StoredGrant next, Revision expected) {
                    return !deleted.containsKey(next.id()) && good.replace(next, expected);
                }

                @Override
                public boolean delete(GrantId id, Revision expected) {
                    boolean gone = good.delete(id, expected);
                    deleted.computeIfAbsent(id, it -> gone ? true : null);
                    return gone;
                }
            };
        }
    },
    DELETES_ANY(6) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean delete(GrantId id, Revision expected) {
                    return good.delete(id, revision(id));
                }
            };
        }
    },
    NEVER_DELETES(6) {
        @Override
        public OtherStore store() {
            return new OtherStore() {
                @Override
                public boolean delete(GrantId id, Revision expected) {
                    return revision(id).equals(expected);
                }
            };
        }
    };

    private final int promise;

    BrokenWriting(int promise) {
        this.promise = promise;
    }

    @Override
    public int promise() {
        return promise;
    }

    private static StoredGrant with(StoredGrant it, byte[] sealed) {
        return new StoredGrant(it.id(), it.revision(), it.status(), it.lane(), it.dueAt(), SealedRecord.of(sealed));
    }

    private static OtherStore keeping(UnaryOperator<StoredGrant> kept) {
        return new OtherStore() {
            @Override
            public boolean replace(StoredGrant next, Revision expected) {
                return good.replace(kept.apply(next), expected);
            }
        };
    }

    private static OtherStore keyed(UnaryOperator<String> key) {
        return new OtherStore() {
            @Override
            public Optional<StoredGrant> find(GrantId id) {
                return good.find(under(id)).map(it -> named(it, id));
            }

            @Override
            public boolean replace(StoredGrant next, Revision expected) {
                return good.replace(named(next, under(next.id())), expected);
            }

            private GrantId under(GrantId id) {
                return GrantId.of(key.apply(id.value()));
            }

            private StoredGrant named(StoredGrant it, GrantId id) {
                return new StoredGrant(id, it.revision(), it.status(), it.lane(), it.dueAt(), it.sealed());
            }
        };
    }
}
