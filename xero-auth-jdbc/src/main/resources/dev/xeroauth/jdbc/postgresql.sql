-- The grants of JdbcTokenStore, on PostgreSQL 12 or newer, in a database whose encoding is UTF8.
-- Collation "C" keeps ids in code point order. due_at is in milliseconds since 1970-01-01 UTC.
-- The UNIQUE constraint is the index by which due grants are found.
CREATE TABLE IF NOT EXISTS xero_grant (
    id       VARCHAR(200) COLLATE "C" NOT NULL PRIMARY KEY,
    revision VARCHAR(22)  COLLATE "C" NOT NULL,
    status   VARCHAR(16)  COLLATE "C" NOT NULL,
    lane     VARCHAR(16)  COLLATE "C" NOT NULL,
    due_at   BIGINT,
    sealed   BYTEA                    NOT NULL,
    UNIQUE (lane, due_at, id)
);
