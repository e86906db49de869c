/** Whether anything that is to stay secret shows in a log, a message or a text form. */
@org.jspecify.annotations.NullMarked
package dev.xeroauth.tests.canary;
