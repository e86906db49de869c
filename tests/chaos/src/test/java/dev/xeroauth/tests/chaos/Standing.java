package dev.xeroauth.tests.chaos;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.testkit.Mood;

/**
 * How a grant stands in the end.
 *
 * @param place its place among those of its mood, which is that of its consent in the ledger
 * @param alive whether Xero accepts an access token that was issued after the last process had died
 */
record Standing(Mood mood, GrantId grant, int place, GrantStatus status, boolean alive) {}
