package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.StoredGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The grants of one Xero user, whom several customers may have in common. Blocks; thread-safe. */
public final class SameUser {

    private final Machinery with;
    private final Overview overview;

    /** @param overview lists them all */
    public SameUser(Machinery with, Overview overview) {
        this.with = with;
        this.overview = overview;
    }

    /**
     * Those that live.
     *
     * @param grants the user's
     * @param unreadable nobody knows whose
     */
    public record Found(List<GrantId> grants, List<GrantId> unreadable) {}

    /** Goes through the whole store, and opens every record. */
    public Found as(GrantId id) {
        Optional<UUID> user = overview.onOwnThread(() -> with.repository().find(id))
                .map(grant -> grant.record().reach())
                .flatMap(Reach::xeroUserId);
        return as(id, user);
    }

    Found as(GrantId id, Optional<UUID> user) {
        List<GrantId> same = new ArrayList<>();
        List<GrantId> unreadable = new ArrayList<>();
        if (user.isPresent()) {
            overview.grants().filter(other -> !other.equals(id)).forEach(other -> {
                try {
                    if (overview.onOwnThread(() -> user(other)).equals(user)) {
                        same.add(other);
                    }
                } catch (SealedRecordException e) {
                    unreadable.add(other);
                }
            });
        }
        return new Found(same, unreadable);
    }

    /** Empty as well if it has ended. */
    private Optional<UUID> user(GrantId id) {
        return with.repository()
                .stored(id)
                .filter(SameUser::lives)
                .map(with.repository()::open)
                .flatMap(grant -> grant.record().reach().xeroUserId());
    }

    private static boolean lives(StoredGrant stored) {
        return stored.status() == GrantStatus.CONNECTED || stored.status() == GrantStatus.SUSPECT;
    }
}
