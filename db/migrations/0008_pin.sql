-- The worker's PIN for the way back from the family view. No record of anybody, so not journalled.

CREATE TABLE pin (
    id TEXT PRIMARY KEY CHECK (id = 'pin'),
    hash TEXT NOT NULL -- Argon2id, in its own notation
) STRICT;
