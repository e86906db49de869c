/**
 * The library's real classes, several processes of them, on one virtual clock: a seed draws the order of their tasks and what
 * goes wrong.
 */
@NullMarked
package dev.xeroauth.tests.simulation;

import org.jspecify.annotations.NullMarked;
