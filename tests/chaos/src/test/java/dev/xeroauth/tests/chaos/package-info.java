/** Several processes that share a store, are killed and stopped, and keep every grant. */
package dev.xeroauth.tests.chaos;
