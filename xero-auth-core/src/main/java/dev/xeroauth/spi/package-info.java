/**
 * What an application may plug in: where grants are kept, how they are sealed, how a refresh is asked for, and which
 * clock counts.
 */
@NullMarked
package dev.xeroauth.spi;

import org.jspecify.annotations.NullMarked;
