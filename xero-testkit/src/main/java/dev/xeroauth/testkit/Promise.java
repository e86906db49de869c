package dev.xeroauth.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which promises of {@link dev.xeroauth.spi.TokenStore} a test proves, by their numbers there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Promise {

    /** How many there are. */
    int COUNT = 10;

    int[] value();
}
