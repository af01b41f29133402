-- The journal, and what the store says about itself. Watched tables begin with 0002.
PRAGMA application_id = 1413893425; -- 0x54464D31, TFM1

CREATE TABLE store (
    id         TEXT PRIMARY KEY,
    created    TEXT NOT NULL,
    generation INTEGER NOT NULL -- of the key file, when the store was last opened
) STRICT;

CREATE TABLE store_secret (
    name    TEXT PRIMARY KEY,
    nonce   BLOB NOT NULL CHECK (length(nonce) = 12),
    wrapped BLOB NOT NULL
) STRICT;

CREATE TABLE operation (
    seq     INTEGER PRIMARY KEY, -- 1, 2, 3 … without a gap
    id      TEXT NOT NULL,
    at      TEXT NOT NULL,       -- one moment for the whole command, UTC
    by      TEXT NOT NULL,
    name    TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('change', 'look', 'output', 'door', 'care', 'erase')),
    about   TEXT,                -- the household, when there is one
    detail  TEXT NOT NULL CHECK (json_valid(detail)), -- ids, codes and counts, no personal content
    effect  TEXT NOT NULL CHECK (effect IN ('step', 'wall', 'none')),
    undoes  INTEGER REFERENCES operation (seq),
    changes INTEGER NOT NULL,    -- how many
    upto    INTEGER NOT NULL,    -- the newest change there is; its own are the last `changes` of these
    root    BLOB NOT NULL CHECK (length(root) = 32),
    prev    BLOB NOT NULL CHECK (length(prev) = 32),
    mac     BLOB NOT NULL CHECK (length(mac) = 32)
) STRICT;
-- Every index costs each command an encrypted page, so there are few. Reading by household
-- walks the table: at 330 bytes a row that is quick, and it is rarely asked for.
CREATE INDEX operation_wall ON operation (seq) WHERE effect = 'wall';
CREATE UNIQUE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;

-- No foreign keys here: the guards let a change in only under the operation being written, and
-- the chain notices one that was put anywhere else.
CREATE TABLE change (
    n           INTEGER PRIMARY KEY, -- 1, 2, 3 … without a gap
    operation   INTEGER NOT NULL,
    record      TEXT NOT NULL,   -- the table
    key         TEXT NOT NULL,   -- its id, or a JSON array for a table keyed by several columns
    about       TEXT,            -- the household; none for shared records
    before      TEXT,            -- JSON of the whole row
    after       TEXT,
    seal        BLOB NOT NULL CHECK (length(seal) IN (32, 48)),
    redacted_by INTEGER,
    CHECK ((redacted_by IS NULL) = (length(seal) = 48)),
    CHECK (redacted_by IS NULL OR (before IS NULL AND after IS NULL))
) STRICT;
CREATE INDEX change_redacted ON change (redacted_by) WHERE redacted_by IS NOT NULL;
