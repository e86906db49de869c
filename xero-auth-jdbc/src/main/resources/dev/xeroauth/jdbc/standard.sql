-- The grants of JdbcTokenStore, for a database that has no file of its own; see JdbcTokenStore.Builder.standardSql().
-- Text is kept as UTF-8 bytes, which every database orders by code point. Where there is no VARBINARY, any type of bytes does
-- that can be compared and indexed (RAW, VARCHAR FOR BIT DATA), and for sealed any type for 65536 bytes (BLOB).
-- due_at is in milliseconds since 1970-01-01 UTC. The UNIQUE constraint is the index by which due grants are found.
CREATE TABLE xero_grant (
    id       VARBINARY(800)   NOT NULL PRIMARY KEY,
    revision VARBINARY(22)    NOT NULL,
    status   VARBINARY(16)    NOT NULL,
    lane     VARBINARY(16)    NOT NULL,
    due_at   BIGINT,
    sealed   VARBINARY(65536) NOT NULL,
    UNIQUE (lane, due_at, id)
);
