-- The grants of JdbcTokenStore, on MariaDB 10.6 or MySQL 8.0, or newer.
-- The binary collations tell upper from lower case and keep ids in code point order. A BLOB would be a byte too short.
-- due_at is in milliseconds since 1970-01-01 UTC. The UNIQUE key is the index by which due grants
-- are found, by its name.
CREATE TABLE IF NOT EXISTS xero_grant (
    id       VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
    revision VARCHAR(22)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    status   VARCHAR(16)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    lane     VARCHAR(16)  CHARACTER SET ascii   COLLATE ascii_bin   NOT NULL,
    due_at   BIGINT,
    sealed   MEDIUMBLOB                                             NOT NULL,
    UNIQUE KEY lane (lane, due_at, id)
) ENGINE = InnoDB;
