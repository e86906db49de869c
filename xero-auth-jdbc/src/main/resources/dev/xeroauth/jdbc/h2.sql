-- The grants of JdbcTokenStore, on H2 2.
-- Text is kept as UTF-8 bytes: H2 orders VARCHAR by UTF-16 unit or by the database's collation, the library by code
-- point. By hand: SELECT CAST(id AS VARCHAR) ... WHERE id = CAST('customer-42' AS VARBINARY).
-- due_at is in milliseconds since 1970-01-01 UTC. The UNIQUE constraint is the index by which due grants are found.
CREATE TABLE IF NOT EXISTS xero_grant (
    id       VARBINARY(800)   NOT NULL PRIMARY KEY,
    revision VARBINARY(22)    NOT NULL,
    status   VARBINARY(16)    NOT NULL,
    lane     VARBINARY(16)    NOT NULL,
    due_at   BIGINT,
    sealed   VARBINARY(65536) NOT NULL,
    UNIQUE (lane, due_at, id)
);
