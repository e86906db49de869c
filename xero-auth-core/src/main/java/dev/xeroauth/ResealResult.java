package dev.xeroauth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What {@link XeroAuth#resealAll} did. Immutable; holds no key and no token.
 *
 * @param looked how many records there were
 * @param resealed how many of them it has sealed anew
 * @param failed the grants whose records it could not, each with the reason; their records are as they were
 * @param keyIds how many records each key seals now, by the key's id. Where nothing has failed, a key that is not in
 *     here seals no record any more. A cipher of the application's own may tell nothing, and then this is empty
 */
public record ResealResult(int looked, int resealed, Map<GrantId, String> failed, Map<String, Integer> keyIds) {

    /**
     * Copies the maps and keeps their order.
     *
     * @param looked see {@link ResealResult}
     * @param resealed see {@link ResealResult}
     * @param failed see {@link ResealResult}
     * @param keyIds see {@link ResealResult}
     */
    public ResealResult {
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        keyIds = Collections.unmodifiableMap(new LinkedHashMap<>(keyIds));
    }
}
