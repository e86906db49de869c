package dev.xeroauth.accounting;

/** What was read of an answer, and its head for exceptions that are found out about later. */
record Answer<R>(AnswerHead head, R body) {}
