package dev.xeroauth.accounting.openapi;

/** Which way a body goes: the two have other rules. */
enum Direction {
    REQUEST,
    RESPONSE
}
