/** Keeps grants in a table of a relational database: PostgreSQL, MariaDB, MySQL or H2. */
@NullMarked
package dev.xeroauth.jdbc;

import org.jspecify.annotations.NullMarked;
