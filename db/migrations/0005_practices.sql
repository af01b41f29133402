-- The national list of GP practices, to choose from. No record of anybody, so not journalled.

CREATE TABLE practice (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    postcode TEXT NOT NULL,
    phone TEXT NOT NULL,
    state TEXT NOT NULL,
    opened TEXT CHECK (opened IS date(opened)),
    closed TEXT CHECK (closed IS date(closed))
) STRICT;
