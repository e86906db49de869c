package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Lane;
import java.util.List;
import java.util.Locale;

/**
 * The keys of the grants that share a slot.
 *
 * @param base what all of them begin with, hash tag included
 */
record Bucket(String base) {

    /** A hash: one grant. */
    String record(GrantId id) {
        return base + "record:" + id;
    }

    /** A sorted set: all ids. */
    String ids() {
        return base + "ids";
    }

    /** A sorted set: what is due in one lane, as {@link DueEntry} writes it. */
    String due(Lane lane) {
        return base + "due:" + lane.name().toLowerCase(Locale.ROOT);
    }

    /** A key that is written and removed at the start. */
    String check() {
        return base + "check";
    }

    /** What the scripts that write are given. */
    List<String> keys(GrantId id) {
        return List.of(record(id), ids(), due(Lane.RESCUE), due(Lane.ROUTINE));
    }

    /** What the script that checks is given. */
    List<String> keysToCheck() {
        return List.of(check(), ids(), due(Lane.RESCUE), due(Lane.ROUTINE));
    }
}
