package dev.xeroauth;

import dev.xeroauth.tests.chaos.FastTime;

/** The library in a time that runs faster than the host's: its waiting is shortened as much. */
public final class FastXeroAuth {

    private FastXeroAuth() {}

    /** As {@link XeroAuth#builder()}. */
    public static XeroAuthBuilder builder(FastTime time) {
        return XeroAuth.builder().time(time).waiting(time);
    }
}
